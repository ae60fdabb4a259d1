/** Schools as rows, items as columns; last year stands beside an item where one asks for it. */
import { useCallback, useMemo, useRef } from 'react';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import type { GridCell, GridColumn, GridRow } from '../../parts/grid/contract.ts';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { EMPTY, type Item, keyOf, type Place, type Year } from '../entry/cells.ts';
import type { Snapshot } from '../entry/entry.ts';
import { readTyped } from '../entry/reading.ts';
import { useSentences } from '../speak.ts';
import { collectWords } from '../words.ts';
import { type Form, isOpen, type Only } from './form-rows.ts';
import { foundAt, markOf } from './found.ts';
import type { Sheet } from './sheet.ts';

export interface SchoolRow extends GridRow {
  readonly number: number;
  readonly school: TaskPage['schools'][number];
  readonly now: Snapshot;
  readonly stamp: string;
}
/** Columns before the first item. */
const HELD = 2;
const WIDE = 13;

interface Asked {
  readonly item: Item;
  readonly year: Year;
  readonly mine: boolean;
}

export function useSchoolSheet(
  form: Form,
  now: Snapshot,
  only: Only,
  withPrior: ReadonlySet<string>,
): Sheet<SchoolRow> {
  const { page } = now;
  const say = useWords(collectWords);
  const marks = useWords(punctuation);
  const speak = useSentences(page);
  const asked = useMemo(() => askedOf(page, form, withPrior), [page, form, withPrior]);
  const columns = useMemo(() => columnsOf(asked, say, marks), [asked, say, marks]);
  const before = useRef<ReadonlyMap<string, SchoolRow>>(new Map());
  const rows = useMemo(() => rowsOf(now, asked, only, before.current), [now, asked, only]);
  before.current = useMemo(() => new Map(rows.map((row) => [row.key, row])), [rows]);
  const canType = isOpen(page);
  const cellOf = useCallback(
    ({ number, school, now: at }: SchoolRow, column: number): GridCell => {
      if (column === 0) return { text: String(number), canType: false, look: 'locked' };
      if (column === 1) return { text: school.name, canType: false, look: 'label' };
      const { item, year, mine } = asked[column - HELD] ?? { item: undefined, year: 'now', mine: false };
      if (item === undefined) return { text: '', canType: false };
      const cell = at.cells.get(keyOf({ subject: school.code, item: item.code, year })) ?? EMPTY;
      const shown = item.computed
        ? (at.computer?.shown(at.cells, school.code, item, year) ?? '')
        : readTyped(item, cell.typed).shown;
      const mark = year === 'now' ? markOf(foundAt(at, item, school)) : undefined;
      const isWrong = cell.state === 'conflict' || mark?.severity === 'error';
      return {
        text: shown,
        typed: cell.typed,
        canType: canType && mine && !item.computed,
        look: item.computed ? 'computed' : shown === '不适用' ? 'none' : canType && mine ? 'input' : 'locked',
        ...(isWrong ? { tone: 'error' } : cell.returned === null ? {} : { tone: 'changed' }),
        said: [school.name, item.name, shown, item.unit, mark === undefined ? '' : speak(mark)]
          .filter(Boolean)
          .join(' '),
      };
    },
    [asked, canType, speak],
  );
  return useMemo(
    () => ({
      rows,
      columns,
      grows: 1,
      first: HELD,
      cellOf,
      placeOf({ school }, column) {
        const at = asked[column - HELD];
        return at === undefined ? undefined : { subject: school.code, item: at.item.code, year: at.year };
      },
      columnOf: ({ item, year }: Place) =>
        HELD +
        Math.max(
          0,
          asked.findIndex((each) => each.item.code === item && each.year === year),
        ),
      rowOf: ({ subject }) => rows.findIndex(({ school }) => school.code === subject),
    }),
    [rows, columns, cellOf, asked],
  );
}

function askedOf(page: TaskPage, form: Form, withPrior: ReadonlySet<string>): readonly Asked[] {
  const items = new Map<string, Item>(page.items.map((item) => [item.code, item]));
  return form.rows.flatMap(({ item: code, mine }) => {
    const item = items.get(code);
    if (item === undefined) return [];
    const years: readonly Year[] = item.prior && withPrior.has(code) ? ['prior', 'now'] : ['now'];
    return years.map((year) => ({ item, year, mine }));
  });
}

type Say = ReturnType<typeof useWords<(typeof collectWords)['zh']>>;
type Marks = ReturnType<typeof useWords<(typeof punctuation)['zh']>>;

const columnsOf = (asked: readonly Asked[], say: Say, marks: Marks): readonly GridColumn[] => [
  {
    key: 'number',
    title: <span className="unseen">{say.row}</span>,
    name: say.row,
    width: 40,
    align: 'center',
    sticks: true,
  },
  { key: 'school', title: say.schoolName, name: say.schoolName, width: 190, sticks: true },
  ...asked.map(({ item, year }): GridColumn => {
    const name = `${item.name}${year === 'prior' ? ` ${say.showPrior}` : ''}`;
    const title = item.type === 'number' ? `${name}${marks.aside(item.unit)}` : name;
    return {
      key: `${item.code} ${year}`,
      title: <span title={title}>{title}</span>,
      name,
      width: Math.min(Math.max(title.length * WIDE + 20, 84), 220),
      align: item.type === 'number' ? 'right' : 'center',
      fills: true,
    };
  }),
];

/** A school whose cells did not change keeps its row; what was returned stays among the returned when it is corrected. */
function rowsOf(
  now: Snapshot,
  asked: readonly Asked[],
  only: Only,
  before: ReadonlyMap<string, SchoolRow>,
): readonly SchoolRow[] {
  return now.page.schools.flatMap((school, at) => {
    const stays = only === 'returned' && before.has(school.code);
    if (only !== undefined && !stays && !concerns(now, school, asked, only)) return [];
    const stamp = `${now.era} ${now.revisions.get(school.code) ?? 0} ${at} ${asked.length}`;
    const known = before.get(school.code);
    return [known?.stamp === stamp ? known : { key: school.code, number: at + 1, school, now, stamp }];
  });
}

const concerns = (
  now: Snapshot,
  school: SchoolRow['school'],
  asked: readonly Asked[],
  only: 'returned' | 'found',
): boolean =>
  asked.some(({ item, year }) =>
    only === 'returned'
      ? (now.cells.get(keyOf({ subject: school.code, item: item.code, year }))?.returned ?? null) !== null
      : foundAt(now, item, school).some(({ severity }) => severity !== 'hint'),
  );
