/** A ledger (台账) as a sheet: a row an entry, typed columns, choices as lists. */
import { columnLetters, type SheetPlan, type Validation } from '../../engines/sheet/index.ts';
import type { SchemeLedger } from '../../scheme/on-files.ts';
import { text, typed } from './cells.ts';
import type { LedgerEntry } from './content.ts';

/** Blank rows ready for typing below what is there. */
const SPARE_ROWS = 200;
const HEAD_ROWS = 4;

export const ledgerHead = (column: { readonly name: string; readonly unit: string }): string =>
  column.unit === '文字' || column.unit === '是否' || column.unit === '日期'
    ? column.name
    : `${column.name}（${column.unit}）`;

export function ledgerSheet(ledger: SchemeLedger, line: string, entries: readonly LedgerEntry[]): SheetPlan {
  const columns = [...ledger.columns.values()];
  const last = HEAD_ROWS + entries.length + SPARE_ROWS;
  const rows = Array.from({ length: entries.length + SPARE_ROWS }, (_, index) =>
    columns.map((column) => typed(entries[index]?.get(column.code), column.unit)),
  );
  const validations = columns.flatMap((column, index) => {
    const letters = columnLetters(index + 1);
    const rule = choicesOf(column);
    return rule === undefined ? [] : [{ range: `${letters}${HEAD_ROWS + 1}:${letters}${last}`, rule }];
  });
  const across = `${columnLetters(Math.max(columns.length, 2))}`;
  return {
    name: ledger.name,
    widths: columns.map(({ unit }) => (unit === '文字' ? 22 : 14)),
    rows: [
      [text(ledger.name, 'title')],
      [text(line, 'note')],
      [text('一行一条，中间不留空行；日期写作 2025-03-01。', 'note')],
      columns.map((column) => text(ledgerHead(column), 'head')),
      ...rows,
    ],
    merges: [1, 2, 3].map((row) => `A${row}:${across}${row}`),
    validations,
    frozenRows: HEAD_ROWS,
    protected: true,
  };
}

function choicesOf(column: { readonly unit: string; readonly choices?: readonly string[] }): Validation | undefined {
  const choices = column.unit === '是否' ? ['是', '否'] : column.choices;
  return choices === undefined ? undefined : { kind: 'list', choices, says: `请从“${choices.join('、')}”中选择。` };
}
