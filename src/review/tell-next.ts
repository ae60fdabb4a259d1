/** Who has to know of a step: those whose turn it is next, and who submitted, when it comes back or is through. */
import { type RoundContext, seatOf, type Task, wayOfTask } from '../collect/index.ts';
import { civilDay, type Tx } from '../platform/index.ts';
import { accountsAt, tell } from './notices/notices.store.ts';
import type { Verdict } from './steps.ts';

export async function tellThoseConcerned(
  tx: Tx,
  { verdict, became, reason }: { readonly verdict: Verdict; readonly became: string; readonly reason?: string },
  task: Task,
  context: RoundContext,
  now: Date,
): Promise<void> {
  const name = context.register.unitOf(task.unit)?.name ?? '';
  const data = { round: task.round, task: task.task, unit: name, ...(reason === undefined ? {} : { reason }) };
  const next = wayOfTask(context, task).steps.find(({ code }) => code === became);
  const isNews = verdict === 'return' || verdict === 'accept';
  const submitter = task.submitted_by === null ? [] : [task.submitted_by];
  if (next === undefined) return isNews ? tell(tx, task.tenant, submitter, `task.${verdict}`, data, now) : undefined;
  const { role, unit, dept = '' } = seatOf(next, task, context);
  const accounts = await accountsAt(tx, { tenant: task.tenant, dept }, unit, role, civilDay(now));
  await tell(tx, task.tenant, accounts, `task.${verdict}`, data, now);
}
