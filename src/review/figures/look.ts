/** What a reviewer looks at before deciding: figures outside the tolerance, and what changed since the last decision. */
import Type from 'typebox';
import { loadRound, loadTask, mayOpenTask, type RoundContext, type Task } from '../../collect/index.ts';
import { PlatformProblem, query, type Tx, type Who } from '../../platform/index.ts';
import { changesSince } from './changes.ts';
import { findOutliers } from './outliers.ts';

const OfTask = Type.Object(
  { round: Type.String({ maxLength: 64 }), task: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
);

async function openTask(
  tx: Tx,
  who: Who,
  { round, task: id }: { readonly round: string; readonly task: string },
  action: string,
): Promise<{ readonly task: Task; readonly context: RoundContext }> {
  const task = await loadTask(tx, who.tenant, round, id);
  const context = await loadRound(tx, who.tenant, round);
  if (!mayOpenTask(who, task, context)) throw PlatformProblem.forbidden({ action });
  return { task, context };
}

export const listOutliers = query({
  name: 'review.figures.outliers',
  input: OfTask,
  may: (who) => who.posts.length > 0,
  async run(tx, input, { who }) {
    const { task, context } = await openTask(tx, who, input, 'review.figures.outliers');
    return { edition: task.edition, outliers: await findOutliers(tx, task, context) };
  },
});

export const listChanges = query({
  name: 'review.figures.changes',
  input: OfTask,
  may: (who) => who.posts.length > 0,
  async run(tx, input, { who }) {
    const { task, context } = await openTask(tx, who, input, 'review.figures.changes');
    return { edition: task.edition, ...(await changesSince(tx, task, context)) };
  },
});
