/** The due time of one task put off, with a reason; those who fill it are told. */
import Type from 'typebox';
import { action, civilDay } from '../../platform/index.ts';
import { decide } from '../decisions.store.ts';
import { holdTask, Reason, TaskSeen } from '../held-task.ts';
import { accountsAt, tell } from '../notices/notices.store.ts';
import { mayKeepTask } from '../policy.ts';
import { ReviewProblem } from '../problems.ts';
import { setDue } from './due.store.ts';

/** Throws `review.roundClosed`, `review.editionMoved`, and `review.dueEarlier` for a time that has passed or gives less. */
export const extendDue = action({
  name: 'review.task.extend',
  input: Type.Object(
    { ...TaskSeen, due: Type.String({ format: 'date-time' }), reason: Reason },
    { additionalProperties: false },
  ),
  load: holdTask,
  may: (_, { task, context, standing }) => mayKeepTask(standing, task.unit, context),
  async run(tx, { edition, due: text, reason }, { task, context }, { who, now }) {
    const { name, state } = context.round;
    if (state !== 'collecting') throw ReviewProblem.roundClosed({ round: name, state });
    if (edition !== task.edition) throw ReviewProblem.editionMoved({ seen: edition, now: task.edition });
    const due = new Date(text);
    if (due <= task.due || due <= now) throw ReviewProblem.dueEarlier({ due: text, was: task.due.toISOString() });
    await setDue(tx, task, due);
    const fields = [{ was: task.due.toISOString(), due: due.toISOString() }];
    const by = { author: who.account, person: who.person, at: now };
    const { edition: raised } = await decide(tx, task, {
      verdict: 'extend',
      became: task.state,
      reason,
      fields,
      ...by,
    });
    const fillers = await accountsAt(tx, task, task.unit, 'reporter', civilDay(now));
    const data = { round: task.round, task: task.task, due: due.toISOString(), day: civilDay(due), reason };
    await tell(tx, task.tenant, fillers, 'task.extend', data, now);
    return { due, was: task.due, edition: raised };
  },
  audit: ({ due, was }, { task, reason }) => ({ about: `task ${task}`, detail: { was, due, reason } }),
});
