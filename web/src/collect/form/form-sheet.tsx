/** A form as rows and columns: last year beside this year, change, growth, the mark of the checks, and what proves it. */
import { useCallback, useMemo, useRef } from 'react';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import type { Finding } from '../../../../src/kernel/index.ts';
import type { GridCell, GridColumn } from '../../parts/grid/contract.ts';
import { Icon } from '../../parts/icon.tsx';
import { LevelMark } from '../../parts/level-mark.tsx';
import { useWords } from '../../shell/language.tsx';
import type { Year } from '../entry/cells.ts';
import type { Snapshot } from '../entry/entry.ts';
import { compareYears, readTyped } from '../entry/reading.ts';
import { useSentences } from '../speak.ts';
import { collectWords } from '../words.ts';
import { type Form, type FormRow, formRows, type Only } from './form-rows.ts';
import { markOf } from './found.ts';
import { proofsByItem } from './proofs.ts';
import type { Sheet } from './sheet.ts';

const PRIOR = 3;
const NOW = 4;
/** A form of which one row in so many has it is about money. */
const MANY = 4;
/** Characters of a name beside which nothing is cut off; a longer one stands in two lines. */
const IN_ONE_LINE = 13;

export function useFormSheet(form: Form, now: Snapshot, only: Only): Sheet<FormRow> {
  const { page } = now;
  const say = useWords(collectWords);
  const speak = useSentences(page);
  const columns = useColumns(page, form);
  const proofsOf = useMemo(() => proofsByItem(page), [page]);
  const before = useRef<ReadonlyMap<string, FormRow>>(new Map());
  const rows = useMemo(() => formRows(form, now, proofsOf, only, before.current), [form, now, proofsOf, only]);
  before.current = useMemo(() => new Map(rows.map((row) => [row.key, row])), [rows]);
  const cellOf = useCallback((row: FormRow, column: number) => drawCell(row, column, say, speak), [say, speak]);
  return useMemo(
    () => ({
      rows,
      columns,
      grows: 1,
      first: NOW,
      cellOf,
      placeOf: (row, column) => ({
        subject: page.unit.code,
        item: row.item.code,
        year: column === PRIOR ? ('prior' as const) : ('now' as const),
      }),
      columnOf: ({ year }) => (year === 'prior' ? PRIOR : NOW),
      rowOf: ({ item }) => rows.findIndex((row) => row.heading === undefined && row.item.code === item),
    }),
    [rows, columns, cellOf, page],
  );
}

function useColumns(page: TaskPage, form: Form): readonly GridColumn[] {
  const say = useWords(collectWords);
  return useMemo(() => {
    const items = new Map<string, TaskPage['items'][number]>(page.items.map((item) => [item.code, item]));
    const natures = form.rows.flatMap(({ item }) => items.get(item)?.nature ?? []);
    const [nature] = natures;
    // Of a form that is about money, all of one kind; among persons and schools it would only puzzle.
    const isNamed =
      natures.length * MANY > form.rows.length &&
      natures.every((each) => each.prior === nature?.prior && each.this === nature.this);
    const year = (words: string, named: string | undefined) => (
      <span>
        {words} {isNamed && <small>{named}</small>}
      </span>
    );
    return [
      {
        key: 'number',
        title: <span className="unseen">{say.row}</span>,
        name: say.row,
        width: 32,
        align: 'center',
        sticks: true,
      },
      { key: 'item', title: say.item, name: say.item, width: 200, sticks: true },
      { key: 'unit', title: say.unit, name: say.unit, width: 54 },
      {
        key: 'prior',
        title: year(say.priorOfYear(page.year - 1), nature?.prior),
        name: say.prior,
        width: 120,
        align: 'right',
        fills: true,
      },
      {
        key: 'now',
        title: year(say.nowOfYear(page.year), nature?.this),
        name: say.now,
        width: 120,
        align: 'right',
        fills: true,
      },
      { key: 'change', title: say.change, name: say.change, width: 90, align: 'right' },
      { key: 'growth', title: say.growth, name: say.growth, width: 78, align: 'right' },
      { key: 'check', title: say.check, name: say.check, width: 42, align: 'center' },
      { key: 'evidence', title: say.evidence, name: say.evidence, width: 42, align: 'center' },
    ];
  }, [page, form, say]);
}

type Say = ReturnType<typeof useWords<(typeof collectWords)['zh']>>;

function drawCell(row: FormRow, column: number, say: Say, speak: (finding: Finding) => string): GridCell {
  const { item, asked, found } = row;
  const label = (text: string, more: Partial<GridCell> = {}): GridCell => ({
    text,
    canType: false,
    look: 'locked',
    ...more,
  });
  const mark = markOf(found);
  const [now, prior] = [
    readTyped(item, row.worth?.now ?? row.now.typed),
    readTyped(item, row.worth?.prior ?? row.prior.typed),
  ];
  switch (column) {
    case 0:
      return label(String(row.number));
    case 1:
      return label(item.name, { look: 'label', node: <ItemName row={row} say={say} /> });
    case 2:
      return label(item.unit);
    case PRIOR:
      return figure(row, 'prior', prior.shown, undefined, say, '');
    case NOW:
      return figure(row, 'now', now.shown, mark, say, mark === undefined ? '' : speak(mark));
    case 5:
      return label(compareYears(item, now, prior).change);
    case 6:
      return label(compareYears(item, now, prior).growth, mark?.severity === 'warn' ? { tone: 'warn' } : {});
    case 7:
      if (mark !== undefined) return label('', { node: <LevelMark level={mark.severity} />, said: speak(mark) });
      return label('', now.shown === '' || asked.by === undefined ? {} : { node: <LevelMark level="ok" /> });
    default:
      return evidence(row, say, label);
  }
}

function figure(
  { item, asked, canType, now, prior, worth }: FormRow,
  year: Year,
  shown: string,
  mark: Finding | undefined,
  say: Say,
  words: string,
): GridCell {
  if (item.computed) {
    const told = worth?.[year];
    return told === undefined
      ? { text: '', canType: false, look: 'computed', node: say.computed, said: say.computedWhy }
      : { text: told, canType: false, look: 'computed', said: `${item.name} ${told} ${item.unit} ${say.computedWhy}` };
  }
  if (year === 'prior' && !item.prior) return { text: '', canType: false, look: 'locked' };
  const cell = year === 'now' ? now : prior;
  const tone =
    cell.state === 'conflict' || mark?.severity === 'error'
      ? ('error' as const)
      : cell.returned === null
        ? undefined
        : ('changed' as const);
  const look = shown === '不适用' ? 'none' : canType ? 'input' : 'locked';
  return {
    text: shown,
    typed: cell.typed,
    canType: canType && asked.mine,
    look,
    ...(tone === undefined ? {} : { tone }),
    said: [item.name, shown, item.unit, words].filter((each) => each !== '').join(' '),
  };
}

function ItemName({ row: { item, asked }, say }: { readonly row: FormRow; readonly say: Say }) {
  const isPart = item.name.startsWith('其中：');
  return (
    <span className="form-item" title={item.name}>
      <span className={`${isPart ? 'form-part' : 'form-name'} ${item.name.length > IN_ONE_LINE ? 'form-long' : ''}`}>
        {item.name}
      </span>
      {!asked.mine && asked.byName !== undefined && <span className="form-by">{say.filledBy(asked.byName)}</span>}
    </span>
  );
}

function evidence(
  { proofs, now }: FormRow,
  say: Say,
  label: (text: string, more?: Partial<GridCell>) => GridCell,
): GridCell {
  const count = proofs.records.length;
  if (count > 0)
    return label(String(count), {
      node: (
        <span className="form-proofs">
          <Icon name="evidence" size={12} />
          {count}
        </span>
      ),
    });
  return proofs.isWanted && now.typed !== '' ? label(say.wanted, { tone: 'warn' }) : label('');
}
