/** One cell of a ledger made into what its column asks for; workbooks and forms read it alike. */
import type { CellValue } from '../../engines/sheet/index.ts';
import { parseDate } from '../../kernel/index.ts';
import type { SchemeLedger } from '../../scheme/on-files.ts';
import type { LedgerValue } from '../contract.ts';
import { type Note, readAnswer, shownText } from './value.ts';

export type LedgerColumn = SchemeLedger['columns'] extends ReadonlyMap<string, infer C> ? C : never;

/** Without a value where the cell could not be used; the notes say why. */
export function readLedgerCell(
  cell: CellValue,
  column: LedgerColumn,
  formula: boolean,
): { readonly value?: LedgerValue; readonly notes: readonly Note[] } {
  const typed = shownText(cell).trim();
  const refused = (code: string, data: Note['data'] = {}) => ({
    notes: [{ code, severity: 'error' as const, data: { typed, ...data } }],
  });
  if (column.unit === '日期') {
    const date = dateOf(typed);
    return date === undefined ? refused('collect.ledger.date') : { value: { kind: 'text', text: date }, notes: [] };
  }
  if (column.choices !== undefined && !column.choices.includes(typed))
    return refused('collect.ledger.choice', { choices: column.choices });
  const type = column.unit === '文字' ? 'text' : column.unit === '是否' ? 'truth' : 'number';
  const { value, notes } = readAnswer(cell, { unit: column.unit, type }, column.unit, formula);
  return value.kind === 'gap' ? { notes } : { value, notes };
}

/** `2025-03-01`, `2025/3/1`, `2025.3.1`, `2025年3月1日` => `2025-03-01`; undefined for anything else. */
export function dateOf(text: string): string | undefined {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = ''] = match;
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
