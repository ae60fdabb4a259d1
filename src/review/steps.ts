/**
 * The way of a task, as a table: what may be done in which state, by whom, and what comes of it (reference 2.2, 2.4).
 *
 *     draft | returned --submit--> awaitingUnitApproval --approve--> submitted --accept--> accepted --lock--> locked
 */
import type { TaskState } from '../collect/index.ts';

export type Verdict = 'submit' | 'withdraw' | 'approve' | 'accept' | 'return' | 'lock' | 'unlock';

/** `reporter` and `approver` of the task's own unit and department; `office` of the round's evaluee. */
export type Doer = 'reporter' | 'approver' | 'office';

export interface Step {
  readonly from: readonly TaskState[];
  readonly verdict: Verdict;
  readonly to: TaskState;
  readonly by: readonly Doer[];
  /** Says why, to the person it goes back to. */
  readonly reason?: true;
  /** By another person than any author of what is agreed to: who fills may not accept. */
  readonly notOwn?: true;
}

export const STEPS: readonly Step[] = [
  { from: ['draft', 'returned'], verdict: 'submit', to: 'awaitingUnitApproval', by: ['reporter'] },
  { from: ['awaitingUnitApproval'], verdict: 'withdraw', to: 'draft', by: ['reporter'] },
  { from: ['awaitingUnitApproval'], verdict: 'approve', to: 'submitted', by: ['approver'], notOwn: true },
  { from: ['submitted'], verdict: 'accept', to: 'accepted', by: ['office'], notOwn: true },
  { from: ['awaitingUnitApproval'], verdict: 'return', to: 'returned', by: ['approver', 'office'], reason: true },
  { from: ['submitted', 'accepted'], verdict: 'return', to: 'returned', by: ['office'], reason: true },
  { from: ['accepted'], verdict: 'lock', to: 'locked', by: ['office'] },
  { from: ['locked'], verdict: 'unlock', to: 'accepted', by: ['office'], reason: true },
];

/** The step a verdict is in a state; undefined where it is none. */
export const stepOf = (state: string, verdict: Verdict): Step | undefined =>
  STEPS.find((step) => step.verdict === verdict && step.from.includes(state as TaskState));

/** What may be done next in a state, for those who ask what waits. */
export const stepsFrom = (state: string): readonly Step[] =>
  STEPS.filter(({ from }) => from.includes(state as TaskState));
