/**
 * 催办: those who fill a task that is still with them are told that it is waited for, by whoever looks after it. Once in
 * a day, whoever asks: a second is told when the first was.
 */
import Type from 'typebox';
import { countFilled, isOpen, loadRound } from '../../collect/index.ts';
import { Problem } from '../../kernel/index.ts';
import { action, type By, civilDay, PlatformProblem, type Tx } from '../../platform/index.ts';
import { holdTask } from '../held-task.ts';
import { accountsAt, lastReminder, tell } from '../notices/notices.store.ts';
import { mayAskFillers, mayAskOf } from '../policy.ts';
import { ReviewProblem } from '../problems.ts';
import { nameOf, reminderOf } from './reminder.ts';

const AT_ONCE = 500;
const DAY_MS = 86_400_000;

export interface Reminded {
  readonly task: string;
  readonly accounts: number;
}

/** Throws what kept it where one task alone is named: `review.notWithFiller`, `remindedToday`, `nobodyFills`. */
export const remindTasks = action({
  name: 'review.task.remind',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      tasks: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: AT_ONCE, uniqueItems: true }),
    },
    { additionalProperties: false },
  ),
  load: (tx, { round }, { who }) => loadRound(tx, who.tenant, round),
  may: mayAskFillers,
  async run(tx, { round, tasks }, context, by) {
    const reminded: Reminded[] = [];
    const left: { readonly task: string; readonly code: string; readonly data: Problem['data'] }[] = [];
    // One order for everybody who reminds many, as for a pile that is passed.
    for (const task of tasks.toSorted()) {
      try {
        reminded.push(await remindOne(tx, { round, task }, by));
      } catch (error) {
        if (!(error instanceof Problem) || tasks.length === 1) throw error;
        left.push({ task, code: error.code, data: error.data });
      }
    }
    return { reminded, left, round: context.round.name };
  },
  audit: ({ reminded, left }, { round, tasks: [only, ...more] }) => ({
    about: more.length === 0 ? `task ${only}` : `round ${round}`,
    detail: { reminded: reminded.map(({ task }) => task), left: left.length },
  }),
});

async function remindOne(tx: Tx, named: { readonly round: string; readonly task: string }, by: By): Promise<Reminded> {
  const { task, context, standing } = await holdTask(tx, named, by);
  const { name: round, state } = context.round;
  if (!mayAskOf(standing, task, context)) throw PlatformProblem.forbidden({ action: 'review.task.remind' });
  if (state !== 'collecting') throw ReviewProblem.roundClosed({ round, state });
  const of = nameOf(task, context);
  if (!isOpen(task.state)) throw ReviewProblem.notWithFiller({ of: of.unit + of.dept });
  const { who, now } = by;
  const accounts = await accountsAt(tx, task, task.unit, 'reporter', civilDay(now));
  if (accounts.length === 0) throw ReviewProblem.nobodyFills({ of: of.unit + of.dept });
  const since = new Date(now.getTime() - DAY_MS);
  const before = await lastReminder(tx, task, accounts, since);
  if (before !== undefined) throw ReviewProblem.remindedToday({ of: of.unit + of.dept, person: before.person });
  const filled = await countFilled(tx, { ...named, tenant: task.tenant, tasks: [task.task] }, context.scheme);
  const data = reminderOf(task, context, filled.get(task.task) ?? 0, who);
  await tell(tx, task.tenant, accounts, 'task.remind', data, now);
  return { task: task.task, accounts: accounts.length };
}
