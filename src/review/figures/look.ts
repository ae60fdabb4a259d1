/** What a reviewer looks at before deciding: figures outside the tolerance, and what changed since the last decision. */
import Type from 'typebox';
import { openTask } from '../../collect/index.ts';
import { query } from '../../platform/index.ts';
import { changesSince } from './changes.ts';
import { findOutliers } from './outliers.ts';

const OfTask = Type.Object(
  { round: Type.String({ maxLength: 64 }), task: Type.String({ format: 'uuid' }) },
  { additionalProperties: false },
);

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export const listOutliers = query({
  name: 'review.figures.outliers',
  input: OfTask,
  may: (who) => who.posts.length > 0,
  async run(tx, { round, task: id }, { who }) {
    const { task, context } = await openTask(tx, who, round, id);
    return { edition: task.edition, outliers: await findOutliers(tx, task, context) };
  },
});

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export const listChanges = query({
  name: 'review.figures.changes',
  input: OfTask,
  may: (who) => who.posts.length > 0,
  async run(tx, { round, task: id }, { who }) {
    const { task, context } = await openTask(tx, who, round, id);
    return { edition: task.edition, ...(await changesSince(tx, task, context)) };
  },
});
