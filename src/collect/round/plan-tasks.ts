/** Which tasks a round hands out: one for each return that is asked of a unit. */
import type { Register } from '../../org/index.ts';
import { newId } from '../../platform/index.ts';
import type { Scheme } from '../../scheme/index.ts';
import { partsAsked } from '../form/parts-asked.ts';

export interface PlannedTask {
  readonly task: string;
  readonly unit: number;
  readonly dept: string;
  readonly part: 'forms' | 'schools';
}

export function planTasks(scheme: Scheme, { tree, numberOf }: Register): readonly PlannedTask[] {
  return tree.units.flatMap((unit) => {
    const number = numberOf(unit.code);
    if (number === undefined) return [];
    return partsAsked(scheme, unit, tree).map(({ part, dept = '' }) => ({ task: newId(), unit: number, dept, part }));
  });
}
