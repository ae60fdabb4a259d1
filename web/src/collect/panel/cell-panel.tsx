/** Everything about the cell the cursor is in, so that nobody opens a dialog to understand a number. */
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { EMPTY, type Item, keyOf, type Place } from '../entry/cells.ts';
import type { Entry, Snapshot } from '../entry/entry.ts';
import { isOpen } from '../form/form-rows.ts';
import { foundAt } from '../form/found.ts';
import { collectWords } from '../words.ts';
import { Choices } from './choices.tsx';
import { Conflict } from './conflict.tsx';
import { EvidenceBox } from './evidence-box.tsx';
import { FindingBox } from './finding-box.tsx';
import { Log } from './log.tsx';
import { QuestionBox } from './question-box.tsx';
import { ReasonBox } from './reason-box.tsx';
import { Years } from './years.tsx';
import './panel.css';

interface Given {
  readonly entry: Entry;
  readonly now: Snapshot;
  readonly round: string;
  readonly place: Place | undefined;
  goTo(place: Place): void;
}

export function CellPanel({ entry, now, round, place, goTo }: Given) {
  const say = useWords(collectWords);
  const { page } = now;
  const item = page.items.find(({ code }) => code === place?.item);
  return (
    <aside className="panel" aria-label={say.panel}>
      {place === undefined || item === undefined ? (
        <p className="panel-part">{say.pickCell}</p>
      ) : (
        <About key={`${place.subject} ${place.item}`} {...{ entry, now, round, place, goTo, item }} />
      )}
    </aside>
  );
}

function About({ entry, now, round, place, goTo, item }: Given & { readonly place: Place; readonly item: Item }) {
  const marks = useWords(punctuation);
  const say = useWords(collectWords);
  const { page } = now;
  const subject = page.schools.find(({ code }) => code === place.subject) ?? page.unit;
  const key = keyOf({ ...place, year: 'now' });
  const cell = now.cells.get(keyOf(place)) ?? EMPTY;
  const mine = page.forms.some(({ rows }) => rows.some((each) => each.item === item.code && each.mine));
  const canType = isOpen(page) && mine;
  const found = foundAt(now, item, subject);
  const isAsked =
    found.some(({ severity }) => severity === 'warn') ||
    (now.cells.get(key)?.reason ?? '') !== '' ||
    // What it is held against is known to an evaluation alone, so that nothing is found here: the reason is given unasked.
    (cell.typed !== '' && page.checks.some(({ kind, items }) => kind === 'scoreStated' && items.includes(item.code))) ||
    cell.returned !== null;
  return (
    <>
      <header className="panel-part">
        <p className="panel-where">{page.part === 'forms' ? `${say.row} ${numberOf(page, item)}` : subject.name}</p>
        <h2>
          {item.name}
          {item.type === 'number' && marks.aside(item.unit)}
        </h2>
        {item.computed && <p>{say.computedWhy}</p>}
      </header>
      {cell.theirs !== undefined && <Conflict entry={entry} place={keyOf(place)} cell={cell} theirs={cell.theirs} />}
      {cell.returned !== null && (
        <section className="panel-box panel-warn">
          <h3>{say.returnedTitle}</h3>
          <p>{cell.returned}</p>
        </section>
      )}
      <QuestionBox task={page.task} place={place} />
      {found.map((finding) => (
        <FindingBox
          key={`${finding.code} ${JSON.stringify(finding.data)}`}
          {...{ entry, now, round, finding, item, place: { ...place, year: 'now' as const }, canType, goTo }}
        />
      ))}
      {isAsked && (
        <ReasonBox key={key} entry={entry} cell={now.cells.get(key) ?? EMPTY} place={key} canType={canType} />
      )}
      {canType && <Choices entry={entry} item={item} place={place} cell={cell} asked={item.nature} />}
      <Years now={now} round={round} place={place} item={item} entry={entry} canType={canType} />
      {item.definition !== undefined && (
        <section className="panel-part">
          <h3>{say.definition}</h3>
          <p>{item.definition}</p>
        </section>
      )}
      <EvidenceBox page={page} round={round} item={item} />
      <Log now={now} round={round} place={place} />
    </>
  );
}

/** Of the row in its form. */
const numberOf = ({ forms }: Snapshot['page'], { code }: Item): number =>
  1 + Math.max(0, ...forms.map(({ rows }) => rows.findIndex(({ item }) => item === code)));
