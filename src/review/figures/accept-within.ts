/** Everything within tolerance accepted at once; what is outside is listed, to be accepted one by one. */
import Type from 'typebox';
import { raiseRevision } from '../../collect/index.ts';
import { action } from '../../platform/index.ts';
import { decide } from '../decisions.store.ts';
import { holdTask, mayTry, stepNow, TaskSeen } from '../held-task.ts';
import { refuseOwnWork } from '../own-work.ts';
import { acceptAllBut } from './figures.store.ts';
import { findOutliers } from './outliers.ts';
import { acceptNewRows } from './rows.store.ts';

/** Throws what a step does. Rows of 台账 that were never accepted are accepted as well; changes of accepted ones wait for the task. */
export const acceptWithin = action({
  name: 'review.figures.acceptWithin',
  input: Type.Object(TaskSeen, { additionalProperties: false }),
  load: holdTask,
  may: (_, held) => mayTry(held, 'accept'),
  async run(tx, { edition }, held, { who, now }) {
    const { task, context } = held;
    stepNow(held, 'accept', edition);
    await refuseOwnWork(tx, who, task);
    const outliers = await findOutliers(tx, task, context);
    const accepted = await acceptAllBut(tx, task, outliers);
    const { rows, rowsLeft } = await acceptNewRows(tx, task);
    const left = outliers.map(({ subject, item, period }) => ({ subject, item, period }));
    const fields = [{ accepted, left, rows, rowsLeft }];
    const by = { author: who.account, person: who.person, at: now };
    const made = await decide(tx, task, {
      verdict: 'acceptFigures',
      became: task.state,
      reason: undefined,
      fields,
      ...by,
    });
    if (accepted + rows > 0)
      await raiseRevision(
        tx,
        { tenant: task.tenant, round: task.round },
        'accept',
        { task: task.task, unit: task.unit },
        now,
      );
    return { state: task.state, ...made, accepted, outliers, rows, rowsLeft };
  },
  audit: ({ accepted, outliers, rows }, { task }) => ({
    about: `task ${task}`,
    detail: { accepted, outliers: outliers.length, rows },
  }),
});
