/**
 * Who is asked and has not answered is reminded a week and a day before the due time, and once when it has passed.
 * Each reminder is a row of its own first, so that two processes, or one that fell and came back, remind once.
 */
import { isOpen, listTasks, loadRound, type Task } from '../../collect/index.ts';
import { civilDay, type Db, enqueue, type Handler, type Tx, transact } from '../../platform/index.ts';
import { accountsAt, tell } from '../notices/notices.store.ts';
import { addReminder, collectingRounds, hasWaitingJob } from './due.store.ts';

export const REMIND_JOB = 'due.remind';
/** Whole days before the due time; 0: it has passed. */
const AHEAD = [7, 1, 0] as const;
const DAY_MS = 86_400_000;
/** How often due times are looked at. */
const EVERY_MS = 3_600_000;

/** Reminds whom it is time for, and asks for the next look. */
export const remindDue =
  (db: Db): Handler =>
  ({ tenant, job }, now) =>
    transact(db, { tenant, reach: '*' }, async (tx) => {
      let reminded = 0;
      for (const round of await collectingRounds(tx, tenant)) {
        const context = await loadRound(tx, tenant, round);
        for (const task of await listTasks(tx, tenant, round)) {
          const ahead = aheadOf(task, now);
          if (ahead === undefined || !(await addReminder(tx, task, ahead, now))) continue;
          const accounts = await accountsAt(tx, task, task.unit, 'reporter', civilDay(now));
          const unit = context.register.unitOf(task.unit)?.name ?? '';
          const data = { round, task: task.task, unit, ahead, due: task.due.toISOString() };
          await tell(tx, tenant, accounts, ahead === 0 ? 'due.passed' : 'due.soon', data, now);
          reminded += 1;
        }
      }
      await askAgain(tx, tenant, now, job);
      return { reminded };
    });

/** The last of the times that has come; those before it are past telling. */
function aheadOf({ state, due }: Task, now: Date): number | undefined {
  if (!isOpen(state)) return undefined;
  return AHEAD.findLast((days) => due.getTime() - days * DAY_MS <= now.getTime());
}

async function askAgain(tx: Tx, tenant: number, now: Date, job: string): Promise<void> {
  if (await hasWaitingJob(tx, tenant, REMIND_JOB, job)) return;
  await enqueue(tx, { tenant, kind: REMIND_JOB, input: null, author: null }, now, new Date(now.getTime() + EVERY_MS));
}

/** At the start of a process: every tenant has one look ahead of it. */
export async function startReminding(db: Db, now: Date): Promise<void> {
  for (const { tenant } of await db.selectFrom('tenant').select('tenant').execute()) {
    await transact(db, { tenant, reach: '*' }, async (tx) => {
      if (!(await hasWaitingJob(tx, tenant, REMIND_JOB)))
        await enqueue(tx, { tenant, kind: REMIND_JOB, input: null, author: null }, now);
    });
  }
}
