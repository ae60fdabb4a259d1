/** 台账: tables of typed rows that items count and sum. */
import type { Column } from '../engines/formula/index.ts';
import { parseLedgerCode, parseUnit } from '../kernel/index.ts';
import type { LedgerFile } from './contract.ts';
import { unitKind } from './items.ts';
import type { Notes } from './notes.ts';
import { type Offices, resolveBy } from './offices.ts';
import type { SchemeLedger } from './scheme.ts';

const COLUMN = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

export function resolveLedger(key: string, file: LedgerFile, offices: Offices, notes: Notes): SchemeLedger | undefined {
  const path = ['ledgers', key];
  const code = parseLedgerCode(key);
  if (code === undefined) notes.add('error', 'code.form', path, { kind: 'ledger', code: key });
  const columns = Object.entries(file.columns).flatMap(([name, column]) => {
    const at = [...path, 'columns', name];
    const unit = column.unit === '日期' ? column.unit : parseUnit(column.unit);
    if (!COLUMN.test(name)) notes.add('error', 'code.form', at, { kind: 'column', code: name });
    if (unit === undefined) notes.add('error', 'unit.unknown', [...at, 'unit'], { unit: column.unit });
    if (unit === undefined) return [];
    const { choices, required = false } = column;
    return [
      [name, { code: name, name: column.name, unit, required, ...(choices === undefined ? {} : { choices }) }] as const,
    ];
  });
  if (columns.length === 0) notes.add('error', 'ledger.empty', path, { ledger: key });
  const by = resolveBy(file.by, [...path, 'by'], offices, notes);
  if (code === undefined) return undefined;
  return { code, name: file.name, by, columns: new Map(columns) };
}

/** Dates are words: `YYYY-MM-DD` sorts as the calendar does. */
export const columnKinds = (ledger: SchemeLedger): ReadonlyMap<string, Column> =>
  new Map(
    [...ledger.columns].map(([name, { unit, choices }]) => [
      name,
      unit === '日期'
        ? { type: 'text', dimension: '', dated: true }
        : { ...unitKind(unit), ...(choices === undefined ? {} : { choices }) },
    ]),
  );
