/** One figure accepted after a look at it, while the task waits for its last step; the task itself stays where it is. */
import Type from 'typebox';
import { raiseRevision } from '../../collect/index.ts';
import { action } from '../../platform/index.ts';
import { decide } from '../decisions.store.ts';
import { FigureKey, holdTask, mayTry, Reason, stepNow, TaskSeen } from '../held-task.ts';
import { refuseOwnWork } from '../own-work.ts';
import { ReviewProblem } from '../problems.ts';
import { acceptLatest } from './figures.store.ts';

/** Throws what a step does, `review.fieldUnknown`, and `review.figureMoved` for a version that is no longer the latest. */
export const acceptFigure = action({
  name: 'review.figure.accept',
  input: Type.Object(
    { ...TaskSeen, ...FigureKey, version: Type.Integer({ minimum: 1 }), reason: Type.Optional(Reason) },
    { additionalProperties: false },
  ),
  load: holdTask,
  may: (_, held) => mayTry(held, 'accept'),
  async run(tx, { edition, version, reason, subject, item, period }, held, { who, now }) {
    const { task, context } = held;
    stepNow(held, 'accept', edition);
    await refuseOwnWork(tx, who, task);
    const name = context.scheme.items.get(item as never)?.name ?? item;
    const latest = await acceptLatest(tx, task, { subject, item, period }, version);
    if (latest === undefined)
      throw ReviewProblem.fieldUnknown({ item: name, of: context.register.unitOf(subject)?.name ?? '', period });
    if (latest !== version) throw ReviewProblem.figureMoved({ item: name, seen: version, now: latest });
    const fields = [{ subject, item, period, version }];
    const by = { author: who.account, person: who.person, at: now };
    const made = await decide(tx, task, { verdict: 'acceptFigures', became: task.state, reason, fields, ...by });
    await raiseRevision(
      tx,
      { tenant: task.tenant, round: task.round },
      'accept',
      { task: task.task, unit: task.unit },
      now,
    );
    return { state: task.state, ...made };
  },
  audit: (_, { task, subject, item, period, version, reason }) => ({
    about: `task ${task}`,
    detail: { subject, item, period, version, ...(reason === undefined ? {} : { reason }) },
  }),
});
