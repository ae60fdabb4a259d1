/** The post a step of the approval is taken from: its role, its unit, and its department where one is asked. */
import { levelOf, type OrgUnit, type Register } from '../../org/index.ts';
import { byOnePost, holds, type Role, reaches, type Who } from '../../platform/index.ts';
import type { ApprovalStep, ApprovalWay } from '../../scheme/on-files.ts';
import type { RoundContext, Task } from './rounds.store.ts';
import { approvalOf } from './states.ts';

export type Place = Pick<Task, 'unit' | 'dept' | 'part'>;

export interface Seat {
  readonly role: ApprovalStep['role'];
  readonly unit: number;
  /** Left out: of any department. */
  readonly dept?: string;
}

/** The root's for a unit the register of the round does not have. */
export const wayOfTask = ({ scheme, register }: RoundContext, { unit, part }: Place): ApprovalWay =>
  approvalOf(scheme, register.unitOf(unit) ?? register.tree.root, part);

export function seatOf(
  { role, at, dept }: ApprovalStep,
  task: Place,
  { round, register }: Pick<RoundContext, 'round' | 'register'>,
): Seat {
  const unit = at === 'own' ? task.unit : at === 'evaluee' ? round.evaluee : unitOfLevel(task.unit, at, register);
  if (dept !== undefined) return { role, unit, dept };
  // A bureau's approver signs its own bureau's task; tasks of other units only who approves for all of the unit.
  return role === 'approver' ? { role, unit, dept: unit === task.unit ? task.dept : '' } : { role, unit };
}

/** The nearest unit of the level at or above; where the register begins below that level, its root. */
function unitOfLevel(unit: number, level: string, { tree, unitOf, numberOf }: Register): number {
  let at: OrgUnit | undefined = unitOf(unit);
  while (at !== undefined && levelOf(at) !== level) at = at.parent === undefined ? undefined : tree.find(at.parent);
  return numberOf((at ?? tree.root).code) ?? 0;
}

export const sitsAt = (who: Who, step: ApprovalStep, task: Place, context: RoundContext): boolean => {
  const { role, unit, dept } = seatOf(step, task, context);
  return byOnePost(who, (alone) => holds(alone, [role], unit, dept) && reaches(alone, task.unit));
};

/** Whether one of these posts of theirs lies in the unit, above it, or in the county that hosts it. */
export function sitsAbove(
  who: Who,
  roles: readonly Role[],
  unit: number,
  { tree, unitOf, numberOf }: Pick<Register, 'tree' | 'unitOf' | 'numberOf'>,
): boolean {
  const line = new Set<number | undefined>([unit, numberOf(unitOf(unit)?.host ?? '')]);
  for (let at = unitOf(unit); at?.parent !== undefined; at = tree.find(at.parent)) line.add(numberOf(at.parent));
  return who.posts.some((post) => roles.includes(post.role) && line.has(post.unit));
}

/** Whoever takes one of its steps has to see the task. */
export const sitsAtTask = (who: Who, task: Place, context: RoundContext): boolean =>
  wayOfTask(context, task).steps.some((step) => sitsAt(who, step, task, context));
