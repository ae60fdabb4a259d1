/**
 * Who fills may not accept. Barred from agreeing are
 *
 * - who wrote a version that stands in what is agreed to now, however long ago: it is their figure that would count;
 * - who wrote anything since the last return (where nothing was returned, since the beginning), also what was written
 *   over since: that is one piece of work, and its authors had a hand in the figures around their own;
 * - who submitted it: they answered for the whole.
 *
 * Who wrote only versions that were returned and replaced by others may agree: nothing of theirs is left, and a small
 * office would run out of people otherwise. Nobody takes two steps of one passage: two signatures of one person are one.
 */
import type { Task } from '../collect/index.ts';
import type { Tx, Who } from '../platform/index.ts';
import { authorsOf, listDecisions } from './decisions.store.ts';
import { ReviewProblem } from './problems.ts';

/** Throws `review.ownWork`, `review.ownStep`. */
export async function refuseOwnWork(tx: Tx, who: Who, task: Task): Promise<void> {
  const decisions = await listDecisions(tx, task);
  // A return to an earlier step is none to the filler, and begins no new piece of work.
  const returned = decisions.findLast(({ became }) => became === 'returned');
  const authors = await authorsOf(tx, task, returned?.at);
  if (task.submitted_by === who.account || authors.has(who.account))
    throw ReviewProblem.ownWork({ person: who.person });
  const passage = decisions.slice(decisions.findLastIndex(({ verdict }) => verdict === 'submit') + 1);
  const took = passage.some(
    ({ verdict, author, was }) => verdict === 'approve' && author === who.account && was !== task.state,
  );
  if (took) throw ReviewProblem.ownStep({ person: who.person });
}
