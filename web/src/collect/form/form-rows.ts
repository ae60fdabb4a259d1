/** The rows of a form: its headings, and each item with both years, what was found and what proves it. */
import type { TaskPage } from '../../../../src/collect/replies.ts';
import type { Finding } from '../../../../src/kernel/index.ts';
import type { GridRow } from '../../parts/grid/contract.ts';
import { type Cell, EMPTY, type Item, keyOf } from '../entry/cells.ts';
import type { Snapshot } from '../entry/entry.ts';
import { foundAt } from './found.ts';
import type { ProofsOf } from './proofs.ts';

export type Form = TaskPage['forms'][number];
type Asked = Form['rows'][number];

export interface FormRow extends GridRow {
  readonly number: number;
  readonly asked: Asked;
  readonly item: Item;
  readonly now: Cell;
  readonly prior: Cell;
  readonly found: readonly Finding[];
  readonly proofs: ProofsOf;
  readonly canType: boolean;
  /** Of a computed row, as far as this task tells: both years as printed. */
  readonly worth?: { readonly now: string | undefined; readonly prior: string | undefined };
}

export const isOpen = ({ state, round }: Pick<TaskPage, 'state' | 'round'>): boolean =>
  (state === 'draft' || state === 'returned') && round.state === 'collecting';

export type Only = 'returned' | 'found' | undefined;

/**
 * Rows that did not change are the same objects as in `before`, so that they are not drawn again; one that was returned
 * stays among the returned when it has been corrected.
 */
export function formRows(
  form: Form,
  now: Snapshot,
  proofsOf: (item: string) => ProofsOf,
  only: Only,
  before: ReadonlyMap<string, FormRow>,
): readonly FormRow[] {
  const { page, computer } = now;
  const items = new Map<string, Item>(page.items.map((item) => [item.code, item]));
  const canType = isOpen(page);
  const worthOf = (item: Item) => ({
    now: computer?.shown(now.cells, page.unit.code, item, 'now'),
    prior: item.prior ? computer?.shown(now.cells, page.unit.code, item, 'prior') : undefined,
  });
  return form.rows.flatMap((asked, at) => {
    const item = items.get(asked.item);
    if (item === undefined) return [];
    const cell = (year: 'now' | 'prior'): Cell =>
      now.cells.get(keyOf({ subject: page.unit.code, item: item.code, year })) ?? EMPTY;
    const made: FormRow = {
      key: item.code,
      number: at + 1,
      asked,
      item,
      now: cell('now'),
      prior: cell('prior'),
      found: foundAt(now, item, page.unit),
      proofs: proofsOf(item.code),
      canType: canType && asked.mine,
      ...(item.computed ? { worth: worthOf(item) } : {}),
    };
    const isReturned = made.now.returned !== null || made.prior.returned !== null;
    if (only === 'returned' && !isReturned && !before.has(made.key)) return [];
    if (only === 'found' && !made.found.some(({ severity }) => severity !== 'hint')) return [];
    const row = sameRow(before.get(made.key), made);
    const heading = only === undefined ? asked.heading : undefined;
    return heading === undefined ? [row] : [headingRow(heading, made), row];
  });
}

const headings = new Map<string, FormRow>();
function headingRow(words: string, row: FormRow): FormRow {
  const key = `heading ${row.key} ${words}`;
  const made = headings.get(key) ?? { ...row, key, heading: words };
  headings.set(key, made);
  return made;
}

function sameRow(before: FormRow | undefined, made: FormRow): FormRow {
  const isSame =
    before !== undefined &&
    before.now === made.now &&
    before.prior === made.prior &&
    before.item === made.item &&
    before.proofs === made.proofs &&
    before.canType === made.canType &&
    before.number === made.number &&
    before.worth?.now === made.worth?.now &&
    before.worth?.prior === made.worth?.prior &&
    JSON.stringify(before.found) === JSON.stringify(made.found);
  return isSame ? before : made;
}
