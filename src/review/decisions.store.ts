/** Decisions: appended, and what they make of the task and its figures. */
import type { Task } from '../collect/index.ts';
import { newId, type Tx } from '../platform/index.ts';
import type { Verdict } from './steps.ts';

export type TaskKey = Pick<Task, 'tenant' | 'round' | 'task'>;

export interface ReturnedField {
  readonly subject: number;
  readonly item: string;
  readonly period: string;
  readonly reason: string;
}

export async function decide(
  tx: Tx,
  task: Task,
  made: {
    /** `correct`: after the lock, by the action that corrects a report. */
    readonly verdict: Verdict | 'correct';
    readonly became: string;
    readonly reason: string | undefined;
    readonly fields: readonly ReturnedField[];
    readonly author: string;
    readonly person: string;
    readonly at: Date;
  },
): Promise<{ readonly decision: string; readonly edition: number }> {
  const { tenant, round, unit } = task;
  const { became, reason, fields, ...rest } = made;
  const decision = newId();
  const row = {
    tenant,
    round,
    task: task.task,
    unit,
    decision,
    was: task.state,
    became,
    reason: reason ?? null,
    ...rest,
  };
  await tx
    .insertInto('decision')
    .values({ ...row, fields: JSON.stringify(fields) })
    .execute();
  const submitted = made.verdict === 'submit' ? { submitted_by: made.author, submitted_at: made.at } : {};
  const { edition } = await tx
    .updateTable('task')
    .set(({ eb }) => ({ state: became, edition: eb('edition', '+', 1), changed_at: made.at, ...submitted }))
    .where((where) => where.and({ tenant, round, task: task.task }))
    .returning('edition')
    .executeTakeFirstOrThrow();
  return { decision, edition };
}

/** Everyone who wrote anything of the task, also what was written over since. */
export async function authorsOf(tx: Tx, { tenant, round, task }: TaskKey): Promise<ReadonlySet<string>> {
  const of = { tenant, round, task };
  const figures = tx
    .selectFrom('figure_version')
    .select('author')
    .where((where) => where.and(of));
  const rows = tx
    .selectFrom('ledger_row')
    .select('author')
    .where((where) => where.and(of));
  return new Set((await figures.union(rows).execute()).map(({ author }) => author));
}

/** The latest versions are what was agreed to; nothing of the task is marked as returned any more. */
export async function pointAtLatest(tx: Tx, { tenant, round, task }: TaskKey): Promise<void> {
  const of = { tenant, round, task };
  await tx
    .updateTable('figure')
    .set(({ ref }) => ({ accepted: ref('latest'), returned: null }))
    .where((where) => where.and(of))
    .execute();
  await tx
    .updateTable('ledger_row')
    .set({ accepted: false })
    .where((where) => where.and({ ...of, latest: false, accepted: true }))
    .execute();
  await tx
    .updateTable('ledger_row')
    .set({ accepted: true })
    .where((where) => where.and({ ...of, latest: true }))
    .execute();
}

export async function markReturned(
  tx: Tx,
  { tenant, round, task }: TaskKey,
  fields: readonly ReturnedField[],
): Promise<void> {
  for (const { subject, item, period, reason } of fields)
    await tx
      .updateTable('figure')
      .set({ returned: reason })
      .where((where) => where.and({ tenant, round, task, subject, item, period }))
      .execute();
}

export const listDecisions = (tx: Tx, { tenant, round, task }: TaskKey) =>
  tx
    .selectFrom('decision')
    .select(['decision', 'verdict', 'was', 'became', 'reason', 'fields', 'person', 'at'])
    .where((where) => where.and({ tenant, round, task }))
    .orderBy('at')
    .orderBy('decision')
    .execute();
