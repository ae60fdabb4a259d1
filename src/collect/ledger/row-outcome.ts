/**
 * What becomes of one row that is given: saved as a new version, the same, refused with what is wrong in which cell, or in
 * conflict with what someone else saved since.
 */
import { type Finding, isError } from '../../kernel/index.ts';
import { newId } from '../../platform/index.ts';
import type { SchemeLedger } from '../../scheme/index.ts';
import type { LedgerValue } from '../contract.ts';
import { readLedgerCell } from '../read/ledger-cell.ts';
import { cellsOf, type HeldRow, type RowVersion, textOfCells } from './ledger-rows.store.ts';

interface Given {
  /** Left out for a new row. */
  readonly row?: string;
  readonly seen: number;
  /** Column -> words as typed. */
  readonly cells?: Readonly<Record<string, string>>;
  readonly remove?: boolean;
}

/** Of one row, by its place in the request. */
export type RowOutcome =
  | {
      readonly kind: 'saved' | 'same' | 'removed';
      readonly row: string;
      readonly version: number;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'conflict'; readonly version: number; readonly person: string };

/** For the record: rows that were saved or removed. */
export const movedOf = (outcomes: readonly RowOutcome[]): readonly string[] =>
  outcomes.flatMap((each) => ('row' in each && each.kind !== 'same' ? [`${each.kind} ${each.row}`] : []));

type Made =
  | { readonly outcome: RowOutcome }
  | { readonly outcome: RowOutcome; readonly next: Omit<RowVersion, 'unit' | 'source'> };

/** Of a row given anew, changed or removed, against the one that stands. */
export function outcomeOf(given: Given, ledger: SchemeLedger, before: HeldRow | undefined, at: Finding['at']): Made {
  const standing = before?.ledger === ledger.code ? before : undefined;
  if ((standing?.version ?? 0) !== given.seen || (given.row !== undefined && standing === undefined))
    return { outcome: { kind: 'conflict', version: standing?.version ?? 0, person: standing?.person ?? '' } };
  const row = standing?.row ?? newId();
  const version = given.seen + 1;
  const head = { row, version, ledger: ledger.code };
  if (given.remove === true) {
    if (standing === undefined) return { outcome: { kind: 'refused', findings: [] } };
    const next = { ...head, removed: true, cells: standing.cells };
    return { outcome: { kind: 'removed', row, version, findings: [] }, next };
  }
  const { values, findings } = readCells(given.cells ?? {}, ledger, at);
  if (findings.some(isError)) return { outcome: { kind: 'refused', findings } };
  const cells = cellsOf({ values });
  if (standing !== undefined && textOfCells(standing.cells) === textOfCells(cells))
    return { outcome: { kind: 'same', row, version: standing.version, findings } };
  return { outcome: { kind: 'saved', row, version, findings }, next: { ...head, removed: false, cells } };
}

function readCells(typed: Readonly<Record<string, string>>, ledger: SchemeLedger, at: Finding['at']) {
  const values: Record<string, LedgerValue> = Object.create(null);
  const findings: Finding[] = [];
  for (const code of Object.keys(typed)) {
    if (!ledger.columns.has(code))
      findings.push({ code: 'collect.column.unknown', severity: 'error', at, data: { column: code } });
  }
  for (const column of ledger.columns.values()) {
    const text = Object.hasOwn(typed, column.code) ? (typed[column.code] ?? '').trim() : '';
    const said = { item: column.name, column: column.name, ledger: ledger.name, of: ledger.name };
    if (text === '') {
      if (column.required)
        findings.push({ code: 'collect.ledger.empty', severity: 'warn', at: { ...at, item: column.code }, data: said });
      continue;
    }
    const { value, notes } = readLedgerCell({ kind: 'text', text }, column, false);
    for (const { code, severity, data } of notes)
      findings.push({ code, severity, at: { ...at, item: column.code }, data: { ...said, ...data } });
    if (value !== undefined) values[column.code] = value;
  }
  return { values, findings };
}
