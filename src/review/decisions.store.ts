/** Decisions: appended, and what they make of the task and its figures. */
import { sql } from 'kysely';
import type { Task } from '../collect/index.ts';
import { newId, type Tx } from '../platform/index.ts';
import type { Verdict } from './steps.ts';

/** Beside the steps of a task, deeds that leave its state as it is. */
type Deed = Verdict | 'acceptFigures' | 'extend' | 'correct';

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
    readonly verdict: Deed;
    readonly became: string;
    readonly reason: string | undefined;
    /** Figures it names, or the dates of an extension. */
    readonly fields: readonly unknown[];
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
  await sql`select pg_notify('luzhi_step', ${`${tenant} ${round} ${unit}`})`.execute(tx);
  return { decision, edition };
}

/**
 * Who wrote a version that stands in the task now, or any version since the moment; without one, any at all. The
 * standing version of a figure is its highest, taken without a join for the reason `readVersions` gives.
 */
export async function authorsOf(
  tx: Tx,
  { tenant, round, task }: TaskKey,
  since: Date | undefined,
): Promise<ReadonlySet<string>> {
  const from = since ?? new Date(0);
  const { rows } = await sql<{ author: string }>`
    with version as (select * from figure_version where tenant = ${tenant} and round = ${round} and task = ${task}),
         row as (select * from ledger_row where tenant = ${tenant} and round = ${round} and task = ${task})
    select author from (
      select distinct on (subject, item, period, reporter, dept, scope) author from version
       order by subject, item, period, reporter, dept, scope, version desc) standing
    union select author from version where at >= ${from}
    union select author from row where latest or at >= ${from}`.execute(tx);
  return new Set(rows.map(({ author }) => author));
}

/** The latest versions are what is handed in. */
export const pointSubmitted = (tx: Tx, { tenant, round, task }: TaskKey) =>
  tx
    .updateTable('figure')
    .set(({ ref }) => ({ submitted: ref('latest') }))
    .where((where) => where.and({ tenant, round, task }))
    .execute();

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

/** False where the task holds no such figure. */
export async function markFigure(
  tx: Tx,
  { tenant, round, task }: TaskKey,
  { subject, item, period, reason }: ReturnedField,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('figure')
    .set({ returned: reason })
    .where((where) => where.and({ tenant, round, task, subject, item, period }))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Figures whose reason of return nobody has answered yet. */
export const listReturned = (tx: Tx, { tenant, round, task }: TaskKey) =>
  tx
    .selectFrom('figure')
    .select(['subject', 'item', 'period', 'returned'])
    .where((where) => where.and({ tenant, round, task }))
    .where('returned', 'is not', null)
    .orderBy('subject')
    .orderBy('item')
    .orderBy('period')
    .execute();

export const listDecisions = (tx: Tx, { tenant, round, task }: TaskKey) =>
  tx
    .selectFrom('decision')
    .select(['decision', 'verdict', 'was', 'became', 'reason', 'fields', 'author', 'person', 'at'])
    .where((where) => where.and({ tenant, round, task }))
    .orderBy('at')
    .orderBy('decision')
    .execute();

/** How often each task of the round was submitted. */
export async function passagesOf(tx: Tx, tenant: number, round: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('decision')
    .select(({ fn }) => ['task', fn.countAll<string>().as('passages')] as const)
    .where((where) => where.and({ tenant, round, verdict: 'submit' }))
    .groupBy('task')
    .execute();
  return new Map(rows.map(({ task, passages }) => [task, Number(passages)]));
}
