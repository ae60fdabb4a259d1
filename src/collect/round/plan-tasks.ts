/** Which tasks a round hands out: one for each return that is asked of the evaluee or of a unit below it. */
import type { UnitCode } from '../../kernel/index.ts';
import type { OrgTree, OrgUnit, Register } from '../../org/index.ts';
import { newId } from '../../platform/index.ts';
import type { Scheme } from '../../scheme/index.ts';
import { partsAsked } from '../form/parts-asked.ts';

export interface PlannedTask {
  readonly task: string;
  readonly unit: number;
  readonly dept: string;
  readonly part: 'forms' | 'schools';
}

export function planTasks(scheme: Scheme, { tree, numberOf }: Register, evaluee: UnitCode): readonly PlannedTask[] {
  const asked = tree.units.filter((unit) => standsIn(evaluee, unit, tree));
  return asked.flatMap((unit) => {
    const number = numberOf(unit.code);
    if (number === undefined) return [];
    return partsAsked(scheme, unit, tree).map(({ part, dept = '' }) => ({ task: newId(), unit: number, dept, part }));
  });
}

function standsIn(evaluee: UnitCode, unit: OrgUnit, tree: OrgTree): boolean {
  if (unit.code === evaluee) return true;
  const above = unit.parent === undefined ? undefined : tree.find(unit.parent);
  return above !== undefined && standsIn(evaluee, above, tree);
}
