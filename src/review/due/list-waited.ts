/** What is waited for: tasks still with their fillers that one may remind of, and what each would be told. */
import Type from 'typebox';
import { countFilled, isOpen, listTasks, loadRound } from '../../collect/index.ts';
import { query } from '../../platform/index.ts';
import { sayNotice } from '../notices/say-notice.ts';
import { mayAskFillers, mayAskOf } from '../policy.ts';
import { reminderOf } from './reminder.ts';

export const listWaited = query({
  name: 'review.tasks.waited',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: mayAskFillers,
  async run(tx, { round }, { who, now }) {
    const context = await loadRound(tx, who.tenant, round);
    const waited = (await listTasks(tx, who.tenant, round)).filter(
      (task) => isOpen(task.state) && mayAskOf(who, task, context),
    );
    const tasks = waited.map(({ task }) => task);
    const filled = await countFilled(tx, { tenant: who.tenant, round, tasks }, context.scheme);
    const rounds = new Map([[round, context.round.name]]);
    return waited.map((task) => {
      const data = reminderOf(task, context, filled.get(task.task) ?? 0, who);
      const notice = { kind: 'task.remind', data };
      return {
        task: task.task,
        left: data.left,
        due: task.due,
        overdue: task.due < now,
        zh: sayNotice(notice, rounds, 'zh'),
        en: sayNotice(notice, rounds, 'en'),
      };
    });
  },
});
