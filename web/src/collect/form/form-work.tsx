/** The open form: as items in rows, or, for a list of schools, as schools in rows. */
import { lazy, Suspense, useState } from 'react';
import type { GridRow } from '../../parts/grid/contract.ts';
import { useIsNarrow } from '../../parts/narrow.ts';
import { useWords } from '../../shell/language.tsx';
import type { Place } from '../entry/cells.ts';
import type { Entry, Snapshot } from '../entry/entry.ts';
import { CellPanel } from '../panel/cell-panel.tsx';
import { collectWords } from '../words.ts';
import type { Form, Only } from './form-rows.ts';
import { useFormSheet } from './form-sheet.tsx';
import { Pane } from './pane.tsx';
import { useSchoolSheet } from './school-sheet.tsx';
import type { Sheet } from './sheet.ts';

const PhoneForm = lazy(() => import('./phone-form.tsx').then((all) => ({ default: all.PhoneForm })));

interface Given {
  readonly entry: Entry;
  readonly now: Snapshot;
  readonly round: string;
  readonly form: Form;
  readonly only: Only;
  readonly wanted: Place | undefined;
  at(place: Place | undefined): void;
  finding(from: Place | undefined, back: boolean): void;
  goTo(place: Place): void;
}

export function FormWork(given: Given) {
  return given.now.page.part === 'schools' ? <SchoolForm {...given} /> : <ItemForm {...given} />;
}

function ItemForm(given: Given) {
  const sheet = useFormSheet(given.form, given.now, given.only);
  const { entry, now, round, wanted, at, goTo } = given;
  return useIsNarrow() ? (
    <Suspense>
      <PhoneForm rows={sheet.rows} {...{ entry, now, round, wanted, at, goTo }} />
    </Suspense>
  ) : (
    <Filled given={given} sheet={sheet} />
  );
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
  const { entry, now, round, form, wanted, at, finding, goTo } = given;
  return (
    <div className="collect-form">
      <Pane
        label={say.grid(form.name)}
        {...{ sheet, entry, now, wanted, at, finding }}
        beside={(place) => (
          <>
            <CellPanel {...{ entry, now, round, place, goTo }} />
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
