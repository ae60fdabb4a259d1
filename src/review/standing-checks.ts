/** What keeps a task from being submitted: checks that must hold, and changes nobody has explained. */
import { checkStanding, type RoundContext, type Task } from '../collect/index.ts';
import { type Finding, type ItemCode, isError } from '../kernel/index.ts';
import type { Tx } from '../platform/index.ts';
import { listReturned } from './decisions.store.ts';
import { ReviewProblem } from './problems.ts';

/** Throws `review.returnsStand`: what was returned is answered by a new value, or by a reason beside the old one. */
export async function refuseWhileReturnsStand(tx: Tx, task: Task, { scheme }: RoundContext): Promise<void> {
  const items = (await listReturned(tx, task)).map(({ item }) => scheme.items.get(item as ItemCode)?.name ?? item);
  if (items.length > 0) throw ReviewProblem.returnsStand({ count: items.length, items: items.slice(0, NAMED) });
}

/** Names a sentence can hold. */
const NAMED = 5;

/** Throws `review.nothingFilled`, and `review.checksStand` with the findings. */
export async function refuseWhileChecksStand(tx: Tx, task: Task, context: RoundContext): Promise<void> {
  const { submission, findings } = await checkStanding(tx, task, context);
  if (submission.figures.length === 0) throw ReviewProblem.nothingFilled({});
  const errors = findings.filter(isError).length;
  // What concerns a figure is explained beside it; what concerns the whole task (missing evidence) is for the office.
  const unexplained = findings.filter((finding) => finding.severity === 'warn' && mustBeExplained(finding)).length;
  if (errors + unexplained > 0) throw Object.assign(ReviewProblem.checksStand({ errors, unexplained }), { findings });
}

const mustBeExplained = ({ at }: Finding): boolean => at.item !== undefined;
