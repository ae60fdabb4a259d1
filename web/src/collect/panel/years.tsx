/** The figure in its years, beside what was accepted and the median of its peers. */
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { EMPTY, type Item, keyOf } from '../entry/cells.ts';
import type { Entry } from '../entry/entry.ts';
import { readTyped } from '../entry/reading.ts';
import { collectWords } from '../words.ts';
import { type OfCell, useHistory } from './use-history.ts';

export function Years({
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
  const { data } = useHistory({ now, round, place });
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
