/** What keeps a task from being submitted: checks that must hold, and changes nobody has explained. */
import { checkSubmission, loadSubmission, type RoundContext, type Task } from '../collect/index.ts';
import { type Finding, isError } from '../kernel/index.ts';
import type { Tx } from '../platform/index.ts';
import { ReviewProblem } from './problems.ts';

/** Throws `review.nothingFilled`, and `review.checksStand` with the findings. */
export async function refuseWhileChecksStand(tx: Tx, task: Task, context: RoundContext): Promise<void> {
  const of = { tenant: task.tenant, round: task.round, task: task.task };
  const submission = await loadSubmission(tx, of, context, 'latest');
  if (submission.figures.length === 0) throw ReviewProblem.nothingFilled({});
  const moment = context.scheme.checks.filter(({ when }) => when.includes('cell') || when.includes('submit'));
  const findings = checkSubmission({ ...context.scheme, checks: moment }, submission, new Map());
  const errors = findings.filter(isError).length;
  // What concerns a figure is explained beside it; what concerns the whole task (missing evidence) is for the office.
  const unexplained = findings.filter((finding) => finding.severity === 'warn' && mustBeExplained(finding)).length;
  if (errors + unexplained > 0) throw Object.assign(ReviewProblem.checksStand({ errors, unexplained }), { findings });
}

const mustBeExplained = ({ at }: Finding): boolean => at.item !== undefined;
