/**
 * States of a task: 填报中 (draft), 已退回 (returned), the approval steps of its scheme, 已通过 (accepted), 已锁定 (locked).
 * What is open to its filler stands here; who moves it on is review's.
 */
import { levelOf, type OrgUnit } from '../../org/on-files.ts';
import { type ApprovalWay, type Scheme, wayOf } from '../../scheme/on-files.ts';
import { CollectProblem } from '../problems.ts';

const NAMES: ReadonlyMap<string, string> = new Map([
  ['draft', '填报中'],
  ['returned', '已退回'],
  ['accepted', '已通过'],
  ['locked', '已锁定'],
]);

/** While a task is in one of these, its filler may change it. */
export const isOpen = (state: string): boolean => state === 'draft' || state === 'returned';

/** The approval of a unit's task, as its round's scheme declares it. */
export const approvalOf = (scheme: Scheme, unit: OrgUnit, part: 'forms' | 'schools'): ApprovalWay =>
  wayOf(scheme, levelOf(unit), part);

/** What people call the state: 待县政府审定 for one that waits for a step. */
export function nameOfState(state: string, { steps }: ApprovalWay): string {
  const step = steps.find(({ code }) => code === state);
  return step === undefined ? (NAMES.get(state) ?? state) : `待${step.name}`;
}

/**
 * Throws `collect.roundClosed` in a round that is locked or closed, and `collect.taskClosed` for a task that is not with
 * its filler. Ask with the task held and the round read after that: a lock of the round waits for held tasks.
 */
export function refuseUnlessOpen(
  task: { readonly state: string },
  round: { readonly name: string; readonly state: string },
): void {
  if (round.state !== 'collecting') throw CollectProblem.roundClosed({ round: round.name, state: round.state });
  if (!isOpen(task.state)) throw CollectProblem.taskClosed({ state: task.state });
}
