/** Reads a ledger sheet: known by its heads, a row an entry. */
import { type Cell, printAddress, type Sheet } from '../../engines/sheet/index.ts';
import type { Scheme, SchemeLedger } from '../../scheme/on-files.ts';
import type { LedgerValue } from '../contract.ts';
import { ledgerHead } from '../form/ledger-sheet.ts';
import type { FormReader } from './form-sheet.ts';
import { cellsOf, columnOf, findHead, type Head, isTotal, textOf } from './head.ts';
import { type LedgerColumn, readLedgerCell } from './ledger-cell.ts';

interface Match {
  readonly ledger: SchemeLedger;
  readonly head: Head;
  readonly score: number;
}

/** The ledger whose required heads all stand here and that has most heads in common; its name decides between equals. */
function matchLedger(sheet: Sheet, scheme: Scheme): Match | undefined {
  const matches = [...scheme.ledgers.values()].flatMap((ledger): Match[] => {
    const columns = [...ledger.columns.values()];
    const required = columns.filter((column) => column.required);
    const head = findHead(
      sheet,
      (required.length > 0 ? required : columns).map(({ name }) => name),
    );
    if (head === undefined) return [];
    const common = columns.filter((column) => columnFor(head, column) !== undefined).length;
    return [{ ledger, head, score: common * 2 + (sheet.name === ledger.name ? 1 : 0) }];
  });
  return matches.sort((a, b) => b.score - a.score)[0];
}

const columnFor = (head: Head, column: LedgerColumn): number | undefined =>
  columnOf(head, ledgerHead(column)) ?? columnOf(head, column.name);

/** False when the sheet is no ledger of the scheme. */
export function readLedgerSheet(sheet: Sheet, reader: FormReader): boolean {
  const match = matchLedger(sheet, reader.desk.scheme);
  if (match === undefined) return false;
  const { ledger, head } = match;
  reader.desk.handedLedgers.push({ ledger: ledger.code, unit: reader.unit.code });
  const columns = [...ledger.columns.values()].flatMap((column) => {
    const number = columnFor(head, column);
    return number === undefined ? [] : [{ column, number }];
  });
  for (const [row, line] of sheet.rows) {
    if (row <= head.row) continue;
    const cells = cellsOf(line);
    const at = { file: reader.file, sheet: sheet.name, cell: `A${row}` };
    if (isTotal(textOf(line.find((cell) => textOf(cell) !== '')))) {
      reader.desk.tell('collect.row.total', 'hint', { ...at, unit: reader.unit.code }, { list: ledger.name });
      continue;
    }
    const values: Record<string, LedgerValue> = Object.create(null);
    let filled = false;
    for (const { column, number } of columns) {
      const cell = cells.get(number);
      if (textOf(cell) === '') continue;
      filled = true;
      const value = ledgerValue(cell, column, { row, number, ledger: ledger.name, sheet: sheet.name }, reader);
      if (value !== undefined) values[column.code] = value;
    }
    if (!filled) continue;
    for (const { column, number } of columns) {
      if (!column.required || textOf(cells.get(number)) !== '') continue;
      const place = { ...at, cell: printAddress({ row, column: number }), unit: reader.unit.code };
      reader.desk.tell('collect.ledger.empty', 'warn', place, { column: column.name, ledger: ledger.name });
    }
    reader.desk.ledgerRows.push({ ledger: ledger.code, unit: reader.unit.code, values, at });
  }
  return true;
}

interface Where {
  readonly row: number;
  readonly number: number;
  readonly ledger: string;
  readonly sheet: string;
}

function ledgerValue(
  cell: Cell | undefined,
  column: LedgerColumn,
  where: Where,
  { desk, file, unit }: FormReader,
): LedgerValue | undefined {
  const place = {
    file,
    sheet: where.sheet,
    cell: printAddress({ row: where.row, column: where.number }),
    unit: unit.code,
  };
  const { value, notes } = readLedgerCell(cell?.value ?? { kind: 'empty' }, column, cell?.formula ?? false);
  for (const note of notes)
    desk.tell(note.code, note.severity, place, {
      item: column.name,
      column: column.name,
      ledger: where.ledger,
      of: unit.name,
      ...note.data,
    });
  return value;
}
