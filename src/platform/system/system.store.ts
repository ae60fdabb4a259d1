/** What the database says of itself, and jobs as their keeper looks at them. */
import { sql } from 'kysely';
import type { Tx } from '../action/transact.ts';

export async function databaseState(tx: Tx): Promise<{ readonly version: string; readonly bytes: bigint }> {
  const { rows } = await sql<{ version: string; bytes: bigint }>`select current_setting('server_version') as version,
    pg_database_size(current_database()) as bytes`.execute(tx);
  return rows[0] ?? { version: '', bytes: 0n };
}

export const countTenants = async (tx: Tx): Promise<number> =>
  (await tx.selectFrom('tenant').select('tenant').execute()).length;

/** The newest jobs of the kind. */
export const jobsOf = (tx: Tx, tenant: number, kind: string, limit: number) =>
  tx
    .selectFrom('job')
    .select(['job', 'state', 'created_at as createdAt', 'attempts', 'outcome'])
    .where((where) => where.and({ tenant, kind }))
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();

/** Jobs that have failed for good, or wait after a failure. */
export const troubledJobs = (tx: Tx, tenant: number) =>
  tx
    .selectFrom('job')
    .select(['job', 'kind', 'state', 'attempts', 'due_at as dueAt', 'outcome'])
    .where('tenant', '=', tenant)
    .where((where) => where.or([where('state', '=', 'failed'), where('attempts', '>', 1)]))
    .where('state', '<>', 'done')
    .orderBy('due_at', 'desc')
    .limit(20)
    .execute();

/** Notices that wait for a letter: not read meanwhile, of people with an address. */
export const waitingLetters = async (tx: Tx, tenant: number): Promise<number> =>
  (
    await tx
      .selectFrom('notice')
      .innerJoin('account', 'account.account', 'notice.account')
      .select('notice')
      .where('tenant', '=', tenant)
      .where('mailed_at', 'is', null)
      .where('read_at', 'is', null)
      .where('account.mail', 'is not', null)
      .execute()
  ).length;

/** Gives how many went. */
export async function removeDoneJobs(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('job')
    .where('state', '=', 'done')
    .where('due_at', '<', before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** A request that comes again after so long is another one. */
export async function removeAnswers(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('request').where('at', '<', before).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Whether one waits or runs, beside the one named. */
export const waitsForHouse = async (tx: Tx, kind: string, beside = ''): Promise<boolean> =>
  (await tx
    .selectFrom('job')
    .select('job')
    .where('kind', '=', kind)
    .where('state', 'in', ['waiting', 'running'])
    .where(sql<string>`job::text`, '<>', beside)
    .executeTakeFirst()) !== undefined;
