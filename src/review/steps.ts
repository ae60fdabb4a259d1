/**
 * The way of a task, as a table: what may be done in which state, by whom, and what comes of it (reference 2.2, 2.4).
 * The steps in the middle are the scheme's; what stands around them is the same for all:
 *
 *     draft | returned --submit--> step --approve--> … --> last step --accept--> accepted --lock--> locked
 */
import type { ApprovalStep, ApprovalWay } from '../scheme/on-files.ts';

export type Verdict = 'submit' | 'withdraw' | 'approve' | 'accept' | 'return' | 'lock' | 'unlock';

/** Reporters of the task's own unit and department; the evaluee's office; or whom a step of the scheme names. */
export type Doer = 'filler' | 'office' | ApprovalStep;

export interface Step {
  readonly from: readonly string[];
  readonly verdict: Verdict;
  readonly to: string;
  readonly by: Doer;
  /** Says why, to the person it goes back to. */
  readonly reason?: true;
  /** By another person than any author of what is agreed to: who fills may not accept. */
  readonly notOwn?: true;
}

export function stepsOf({ steps }: ApprovalWay): readonly Step[] {
  const first = steps[0]?.code ?? 'accepted';
  const waiting = steps.map(({ code }) => code);
  return [
    { from: ['draft', 'returned'], verdict: 'submit', to: first, by: 'filler' },
    { from: [first], verdict: 'withdraw', to: 'draft', by: 'filler' },
    ...steps.flatMap(verdictsOf),
    // The office of the evaluee may send back what lies anywhere below it, and what it has accepted.
    { from: [...waiting, 'accepted'], verdict: 'return', to: 'returned', by: 'office', reason: true },
    { from: ['accepted'], verdict: 'lock', to: 'locked', by: 'office' },
    { from: ['locked'], verdict: 'unlock', to: 'accepted', by: 'office', reason: true },
  ];
}

function verdictsOf(step: ApprovalStep): readonly Step[] {
  const { code, verdicts, next, backTo } = step;
  const at = { from: [code], by: step };
  const back = backTo === 'filler' ? 'returned' : backTo;
  const table: Readonly<Record<ApprovalStep['verdicts'][number], Step>> = {
    approve: { ...at, verdict: next === 'accepted' ? 'accept' : 'approve', to: next, notOwn: true },
    return: { ...at, verdict: 'return', to: back, reason: true },
  };
  return verdicts.map((verdict) => table[verdict]);
}

/** What may be done next in a state, for those who ask what waits. */
export const stepsFrom = (way: ApprovalWay, state: string): readonly Step[] =>
  stepsOf(way).filter(({ from }) => from.includes(state));
