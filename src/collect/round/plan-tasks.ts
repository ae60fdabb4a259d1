/**
 * Which tasks a round hands out. The prefecture answers by department, since its bureaus file apart; a county or zone
 * answers as a whole, since its government files one return; each of them lists its schools.
 */
import { levelOf, type OrgUnit, type Register } from '../../org/index.ts';
import { newId } from '../../platform/index.ts';
import type { Level, Scheme } from '../../scheme/index.ts';

export interface PlannedTask {
  readonly task: string;
  readonly unit: number;
  readonly dept: string;
  readonly part: 'forms' | 'schools';
}

export function planTasks(scheme: Scheme, { tree, numberOf }: Register): readonly PlannedTask[] {
  return tree.units.flatMap((unit) => {
    const number = numberOf(unit.code);
    if (number === undefined || unit.kind === 'school') return [];
    const parts = [
      ...deptsAsked(scheme, unit).map((dept) => ({ dept, part: 'forms' as const })),
      ...(listsSchools(scheme, unit, tree) ? [{ dept: '', part: 'schools' as const }] : []),
    ];
    return parts.map((part) => ({ task: newId(), unit: number, ...part }));
  });
}

function deptsAsked(scheme: Scheme, unit: OrgUnit): readonly string[] {
  const level = levelOf(unit);
  const forms = scheme.forms.filter((form) => form.level === level).map(({ dept }) => dept ?? '');
  const ledgers = [...scheme.ledgers.values()].flatMap(({ by }) => by[level as Exclude<Level, 'school'>] ?? []);
  const depts = [...new Set<string>([...forms, ...ledgers])];
  return level === 'prefecture' || depts.length === 0 ? depts : [''];
}

const listsSchools = (scheme: Scheme, unit: OrgUnit, tree: Register['tree']): boolean =>
  scheme.forms.some(({ level }) => level === 'school') &&
  tree.children(unit.code).some(({ kind }) => kind === 'school');
