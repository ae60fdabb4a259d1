/**
 * Which returns are asked of a unit. The prefecture answers by department, since its bureaus file apart; a county or zone
 * answers as a whole, since its government files one return; each of them lists its schools, but a hosted zone, whose
 * schools its host lists.
 */
import type { DeptCode } from '../../kernel/index.ts';
import { levelOf, type OrgTree, type OrgUnit } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { WorkbookPart } from '../identity.ts';
import { ledgersAsked } from './ledgers-asked.ts';
import { listedSchools } from './school-lists.ts';

export interface PartAsked {
  readonly part: WorkbookPart;
  /** Of a bureau of the prefecture. */
  readonly dept?: DeptCode;
}

export function partsAsked(scheme: Scheme, unit: OrgUnit, tree: OrgTree): readonly PartAsked[] {
  if (unit.kind === 'school') return [];
  return [...returnsAsked(scheme, unit), ...(listsSchools(scheme, unit, tree) ? [{ part: 'schools' } as const] : [])];
}

function returnsAsked(scheme: Scheme, unit: OrgUnit): readonly PartAsked[] {
  const level = levelOf(unit);
  const forms = scheme.forms.filter((form) => form.level === level).map(({ dept }) => dept);
  const ledgers = ledgersAsked(scheme, unit, undefined).map(({ by }) => by[level]);
  const depts = [...new Set([...forms, ...ledgers])];
  if (depts.length === 0) return [];
  if (level !== 'prefecture') return [{ part: 'forms' }];
  return depts.map((dept) => ({ part: 'forms', ...(dept === undefined ? {} : { dept }) }));
}

const listsSchools = (scheme: Scheme, unit: OrgUnit, tree: OrgTree): boolean =>
  scheme.forms.some(({ level }) => level === 'school') && listedSchools(tree, unit).length > 0;
