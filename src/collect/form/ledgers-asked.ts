/** Ledgers a workbook of forms holds: the unit's own, or only those that one department of it keeps. */
import type { DeptCode } from '../../kernel/index.ts';
import { levelOf, type OrgUnit } from '../../org/on-files.ts';
import type { Scheme, SchemeLedger } from '../../scheme/on-files.ts';

export function ledgersAsked(scheme: Scheme, unit: OrgUnit, dept: DeptCode | undefined): readonly SchemeLedger[] {
  const level = levelOf(unit);
  return [...scheme.ledgers.values()].filter(({ by }) =>
    dept === undefined ? by[level] !== undefined : by[level] === dept,
  );
}
