/** Rows of 台账. A workbook hands in a whole list, so rows that are no longer in it are removed by a version that says so. */
import { type LedgerCode, measureOf, printMeasure, type Source, type Unit } from '../../kernel/index.ts';
import type { Register } from '../../org/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import type { LedgerRow, LedgerValue } from '../contract.ts';
import type { Which } from '../entry/figures.store.ts';
import type { LedgerEntry } from '../form/content.ts';

type Stored = { readonly text: string } | { readonly steps: string; readonly unit: string };

export function readLedgerRows(tx: Tx, { tenant, round, task }: Which, holding: 'latest' | 'accepted') {
  const rows = tx
    .selectFrom('ledger_row')
    .selectAll()
    .where((where) => where.and({ tenant, round, removed: false, [holding]: true }));
  return (task === undefined ? rows : rows.where('task', '=', task)).orderBy('row').execute();
}
export type HeldRow = Awaited<ReturnType<typeof readLedgerRows>>[number];

/** A row as it is written next. */
export interface RowVersion extends Pick<HeldRow, 'row' | 'version' | 'ledger' | 'unit' | 'removed' | 'cells'> {
  readonly source: Source;
}

/** Undefined for a unit the register of the round does not have. */
export function ledgerRowOf(row: HeldRow, { unitOf }: Register): LedgerRow | undefined {
  const unit = unitOf(row.unit);
  if (unit === undefined) return undefined;
  const source = row.source as Source;
  const at = source.kind === 'cell' ? source : { file: '', sheet: '', cell: '' };
  const values: Record<string, LedgerValue> = Object.create(null);
  for (const [column, cell] of Object.entries(row.cells)) values[column] = valueOfCell(cell);
  return {
    ledger: row.ledger as LedgerCode,
    unit: unit.code,
    values,
    at: { file: at.file, sheet: at.sheet, cell: at.cell },
  };
}

export const valueOfCell = (cell: Stored): LedgerValue =>
  'text' in cell
    ? { kind: 'text', text: cell.text }
    : { kind: 'quantity', steps: BigInt(cell.steps), unit: cell.unit as Unit };

const cellOf = (value: LedgerValue): Stored =>
  value.kind === 'text' ? { text: value.text } : { steps: String(value.steps), unit: value.unit };

/** The same text for the same cells, whatever their order. */
export const textOfCells = (cells: Readonly<Record<string, Stored>>): string =>
  JSON.stringify(
    Object.entries(cells)
      .map(([key, cell]) => [key, 'text' in cell ? cell.text : `${cell.steps} ${cell.unit}`])
      .sort(),
  );

export interface LedgerChange {
  readonly added: readonly LedgerRow[];
  readonly removed: readonly HeldRow[];
}

/** What differs between the rows held and those a workbook lists; equal rows are paired off one by one. */
export function ledgerChange(held: readonly HeldRow[], listed: readonly LedgerRow[]): LedgerChange {
  const left = Map.groupBy(held, (row) => `${row.ledger}\t${textOfCells(row.cells)}`);
  const added = listed.filter((row) => left.get(`${row.ledger}\t${textOfCells(cellsOf(row))}`)?.pop() === undefined);
  return { added, removed: [...left.values()].flat() };
}

export const cellsOf = ({ values }: Pick<LedgerRow, 'values'>): Readonly<Record<string, Stored>> =>
  Object.fromEntries(Object.entries(values).map(([column, value]) => [column, cellOf(value)]));

export async function applyLedgerChange(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly task: string },
  { added, removed }: LedgerChange,
  { numberOf }: Register,
  by: { readonly author: string; readonly person: string; readonly at: Date },
): Promise<void> {
  const ended = removed.map((row) => ({
    ...row,
    version: row.version + 1,
    removed: true,
    source: row.source as Source,
  }));
  const begun = added.map((row) => ({
    row: newId(),
    version: 1,
    ledger: row.ledger as string,
    unit: numberOf(row.unit) ?? 0,
    removed: false,
    cells: cellsOf(row),
    source: { kind: 'cell', ...row.at } satisfies Source,
  }));
  await appendRowVersions(tx, of, [...ended, ...begun], by);
}

/** What stood before no longer does; it stays on record. */
export async function appendRowVersions(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly task: string },
  versions: readonly RowVersion[],
  by: { readonly author: string; readonly person: string; readonly at: Date },
): Promise<void> {
  const changed = versions.filter(({ version }) => version > 1).map(({ row }) => row);
  if (changed.length > 0)
    await tx
      .updateTable('ledger_row')
      .set({ latest: false })
      .where((where) => where.and(of))
      .where('row', 'in', changed)
      .where('latest', '=', true)
      .execute();
  const rows = versions.map(({ row, version, ledger, unit, removed, cells, source }) => ({
    row,
    version,
    ledger,
    unit,
    removed,
    cells: JSON.stringify(cells),
    source: JSON.stringify(source),
  }));
  // A statement takes 65,535 parameters; rows have 13.
  for (let at = 0; at < rows.length; at += 4_000)
    await tx
      .insertInto('ledger_row')
      .values(rows.slice(at, at + 4_000).map((row) => ({ ...row, ...of, ...by })))
      .execute();
}

/** Rows as a form is filled with them: column -> text, in the column's own unit. */
export async function ledgerEntries(tx: Tx, which: Which): Promise<ReadonlyMap<string, readonly LedgerEntry[]>> {
  const rows = await readLedgerRows(tx, which, 'latest');
  const entries = rows.map(({ ledger, cells }) => ({ ledger, entry: new Map(Object.entries(textsOf(cells))) }));
  return new Map(
    [...Map.groupBy(entries, ({ ledger }) => ledger)].map(([ledger, of]) => [ledger, of.map(({ entry }) => entry)]),
  );
}

/** Column -> text, as it would be typed. */
export const textsOf = (cells: HeldRow['cells']): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, textOfCell(valueOfCell(cell))]));

export function textOfCell(value: LedgerValue): string {
  if (value.kind === 'text') return value.text;
  if (value.unit === '是否') return value.steps === 0n ? '否' : '是';
  return printMeasure(measureOf(value), value.unit);
}
