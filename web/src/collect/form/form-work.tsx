/** The open form: as items in rows, or, for a list of schools, as schools in rows. */
import { useState } from 'react';
import type { GridRow } from '../../parts/grid/contract.ts';
import { useWords } from '../../shell/language.tsx';
import type { Place } from '../entry/cells.ts';
import type { Entry, Snapshot } from '../entry/entry.ts';
import { CellPanel } from '../panel/cell-panel.tsx';
import type { CollectSearch } from '../routes.tsx';
import { collectWords } from '../words.ts';
import type { Form, Only } from './form-rows.ts';
import { useFormSheet } from './form-sheet.tsx';
import { Pane } from './pane.tsx';
import { useSchoolSheet } from './school-sheet.tsx';
import type { Sheet } from './sheet.ts';
import type { Tally } from './tally.ts';

interface Given {
  readonly entry: Entry;
  readonly now: Snapshot;
  readonly round: string;
  readonly form: Form;
  readonly only: Only;
  readonly wanted: Place | undefined;
  readonly tally: Tally;
  at(place: Place | undefined): void;
  finding(from: Place | undefined, back: boolean): void;
  goTo(place: Place): void;
  turn(to: CollectSearch): void;
}

export function FormWork(given: Given) {
  return given.now.page.part === 'schools' ? <SchoolForm {...given} /> : <ItemForm {...given} />;
}

function ItemForm(given: Given) {
  const sheet = useFormSheet(given.form, given.now, given.only);
  return <Filled given={given} sheet={sheet} />;
}

function SchoolForm(given: Given) {
  const [withPrior, choose] = useState<ReadonlySet<string>>(new Set());
  const sheet = useSchoolSheet(given.form, given.now, given.only, withPrior);
  const toggle = (item: string): void =>
    choose((before) => new Set(before.has(item) ? [...before].filter((each) => each !== item) : [...before, item]));
  return <Filled given={given} sheet={sheet} toggle={toggle} withPrior={withPrior} />;
}

interface FilledGiven<R extends GridRow> {
  readonly given: Given;
  readonly sheet: Sheet<R>;
  readonly withPrior?: ReadonlySet<string>;
  toggle?(item: string): void;
}

function Filled<R extends GridRow>({ given, sheet, toggle, withPrior }: FilledGiven<R>) {
  const say = useWords(collectWords);
  const { entry, now, round, form, only, wanted, tally, at, finding, goTo, turn } = given;
  const views = [
    { only: undefined, words: say.all },
    ...(tally.returned.length > 0 ? [{ only: 'returned' as const, words: say.onlyReturned }] : []),
    ...(tally.errors + tally.warns > 0 ? [{ only: 'found' as const, words: say.onlyFound }] : []),
  ];
  return (
    <div className="collect-form">
      {views.length > 1 && (
        <fieldset className="collect-views" aria-label={say.check}>
          {views.map((view) => (
            <button
              key={view.words}
              type="button"
              aria-pressed={only === view.only}
              onClick={() => turn({ only: view.only, form: form.code })}
            >
              {view.words}
            </button>
          ))}
        </fieldset>
      )}
      <Pane
        label={say.grid(form.name)}
        {...{ sheet, entry, now, wanted, at, finding }}
        beside={(place, row) => (
          <>
            <CellPanel {...{ entry, now, round, place, row, goTo }} />
            {toggle !== undefined &&
              place !== undefined &&
              now.page.items.find(({ code }) => code === place.item)?.prior === true && (
                <button
                  type="button"
                  className="collect-prior"
                  aria-pressed={withPrior?.has(place.item)}
                  onClick={() => toggle(place.item)}
                >
                  {say.showPrior}
                </button>
              )}
          </>
        )}
      />
    </div>
  );
}
