/** Everything about the cell the cursor is in, so that nobody opens a dialog to understand a number. */
import { useEffect, useState } from 'react';
import type { FigureHistory } from '../../../../src/collect/replies.ts';
import { printWhen } from '../../parts/numbers.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { useAsk } from '../../shell/asking.ts';
import { useLanguage, useWords } from '../../shell/language.tsx';
import { EMPTY, type Item, keyOf, type Place } from '../entry/cells.ts';
import type { Entry, Snapshot } from '../entry/entry.ts';
import { readTyped } from '../entry/reading.ts';
import { isOpen } from '../form/form-rows.ts';
import { foundAt } from '../form/found.ts';
import { collectWords } from '../words.ts';
import { Choices } from './choices.tsx';
import { Conflict } from './conflict.tsx';
import { EvidenceBox } from './evidence-box.tsx';
import { FindingBox } from './finding-box.tsx';
import { QuestionBox } from './question-box.tsx';
import { ReasonBox } from './reason-box.tsx';
import './panel.css';

/** The history of a cell is asked for when the cursor rests on it. */
const RESTING_MS = 250;

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
        <>
          <ReasonBox key={key} entry={entry} cell={now.cells.get(key) ?? EMPTY} place={key} canType={canType} />
          <FormerReason now={now} round={round} place={place} />
        </>
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

function useHistory(now: Snapshot, round: string, place: Place) {
  const [isResting, rest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => rest(true), RESTING_MS);
    return () => clearTimeout(timer);
  }, []);
  const { subject, item } = place;
  const path = `/rounds/${round}/tasks/${now.page.task}/figures/${encodeURIComponent(subject)}/${item}`;
  const history = useAsk<FigureHistory>(isResting ? path : undefined);
  const { data, refetch } = history;
  // What was saved since it was asked for is missing in it.
  const isBehind =
    data !== undefined &&
    (['now', 'prior'] as const).some((year) => {
      const { version } = now.cells.get(keyOf({ ...place, year })) ?? EMPTY;
      return version > Math.max(0, ...data.versions.map((each) => (each.year === year ? each.version : 0)));
    });
  useEffect(() => {
    if (isBehind) void refetch({ cancelRefetch: false });
  }, [isBehind, refetch]);
  return history;
}

/** An explanation outlives the number it was written for: whoever corrects the number is told which one that was. */
function FormerReason({ now, round, place }: OfCell) {
  const say = useWords(collectWords);
  const { data } = useHistory(now, round, place);
  const { reason } = now.cells.get(keyOf({ ...place, year: 'now' })) ?? EMPTY;
  const said = data?.versions.filter(({ year }) => year === 'now') ?? [];
  const other = said.findIndex((each) => each.reason !== reason);
  const first = said.slice(0, other < 0 ? undefined : other).at(-1);
  if (reason === '' || first === undefined || first.typed === said[0]?.typed) return null;
  return <p className="panel-box panel-warn">{say.reasonOfFormer(first.typed)}</p>;
}

interface OfCell {
  readonly now: Snapshot;
  readonly round: string;
  readonly place: Place;
}

function Years({
  now,
  round,
  place,
  item,
  entry,
  canType,
}: OfCell & { readonly item: Item; readonly entry: Entry; readonly canType: boolean }) {
  const marks = useWords(punctuation);
  const say = useWords(collectWords);
  const { page } = now;
  const { data } = useHistory(now, round, place);
  if (item.type !== 'number') return null;
  const shown = (year: 'now' | 'prior'): string =>
    (item.computed ? now.computer?.shown(now.cells, place.subject, item, year) : undefined) ??
    readTyped(item, (now.cells.get(keyOf({ ...place, year })) ?? EMPTY).typed).shown;
  const before = page.before.find((each) => each.subject === place.subject && each.item === item.code);
  const differs = before !== undefined && item.prior && readTyped(item, before.value).shown !== shown('prior');
  return (
    <section className="panel-part">
      <h3>
        {say.years}
        {marks.aside(item.unit)}
      </h3>
      <dl className="panel-years">
        <Line name={named(page.year, item.nature?.this)} value={shown('now') || '—'} />
        {item.prior && <Line name={named(page.year - 1, item.nature?.prior)} value={shown('prior') || '—'} />}
        {before !== undefined && <Line name={say.accepted} value={readTyped(item, before.value).shown} />}
        {data?.years
          .filter(({ year }) => year < page.year - (item.prior ? 1 : 0))
          .map(({ year, value }) => (
            <Line key={year} name={String(year)} value={readTyped(item, value).shown} />
          ))}
        {page.part === 'forms' && (
          <Line
            name={data?.median === undefined ? say.medianName : say.median(data.median.of)}
            value={data?.median === undefined ? say.medianLater : readTyped(item, data.median.value).shown}
          />
        )}
      </dl>
      {differs && canType && before !== undefined && (
        <button
          type="button"
          className="panel-link"
          onClick={() => entry.edit([{ key: keyOf({ ...place, year: 'prior' }), typed: before.value }])}
        >
          {say.useAccepted} {readTyped(item, before.value).shown}
        </button>
      )}
      <p className="panel-note">{say.asOf(item.period)}</p>
    </section>
  );
}

/** Figures of a year are of one nature: 2024 决算数 beside 2025 执行数. */
const named = (year: number, nature = ''): string => `${year} ${nature}`.trimEnd();

const Line = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function Log({ now, round, place }: OfCell) {
  const say = useWords(collectWords);
  const marks = useWords(punctuation);
  const { language } = useLanguage();
  const { data } = useHistory(now, round, place);
  if (data === undefined) return null;
  return (
    <section className="panel-part">
      <h3>{say.log}</h3>
      {data.versions.length === 0 && <p className="panel-note">{say.noLog}</p>}
      <ul className="panel-log">
        {data.versions.map(({ year, version, typed, person, at, source, reason }) => (
          <li key={`${year} ${version}`}>
            {printWhen(at, language)} {person} {whence(source, say)} {year === 'prior' && say.priorOf}{' '}
            <b>{typed === '' ? say.logEmpty : typed}</b>
            {reason !== null && (
              <span>
                {marks.colon}
                {reason}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a version was read: by hand, from a file, or from another round. */
function whence(
  source: FigureHistory['versions'][number]['source'],
  say: ReturnType<typeof useWords<(typeof collectWords)['zh']>>,
): string {
  switch (source.kind) {
    case 'cell':
      return say.fromFile(source.file, `${source.sheet}!${source.cell}`);
    case 'csv':
      return say.fromFile(source.file, '');
    case 'round':
      return say.fromRound(source.name, source.version, source.person);
    default:
      return say.byHand;
  }
}

/** Of the row in its form. */
const numberOf = ({ forms }: Snapshot['page'], { code }: Item): number =>
  1 + Math.max(0, ...forms.map(({ rows }) => rows.findIndex(({ item }) => item === code)));
