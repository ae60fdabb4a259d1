/** The queue: rows taken with `for update skip locked`, so that no two workers hold one. */
import { sql } from 'kysely';
import { toJson } from '../action/json.ts';
import type { Tx } from '../action/transact.ts';
import { newId } from '../id.ts';
import type { Job } from './contract.ts';

export const BEGUN_MOST = 5;

export interface NewJob {
  readonly tenant: number;
  readonly kind: string;
  readonly input: unknown;
  readonly author: string | null;
}

/** In the action's own transaction: a job of something that did not happen is never seen. */
export async function enqueue(tx: Tx, of: NewJob, now: Date, due: Date = now): Promise<string> {
  const job = newId();
  const row = { ...of, job, input: JSON.stringify(of.input ?? null), state: 'waiting' as const };
  await tx
    .insertInto('job')
    .values({ ...row, due_at: due, created_at: now })
    .execute();
  return job;
}

/** A job that who asks for it does at once; it is theirs until `until`. */
export async function beginJob(tx: Tx, of: NewJob, worker: string, now: Date, until: Date): Promise<Job> {
  const job = newId();
  const row = { ...of, job, input: JSON.stringify(of.input), state: 'running' as const, worker, taken_until: until };
  await tx
    .insertInto('job')
    .values({ ...row, due_at: now, attempts: 1, created_at: now })
    .execute();
  return { ...of, job, attempts: 1 };
}

/** Of a process that is known to be gone: nobody waits until its time is over. Gives how many. */
export async function freeJobs(tx: Tx, tenant: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ state: 'waiting', taken_until: null })
    .where((where) => where.and({ tenant, state: 'running' }))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** What was begun so often and each time lost its process takes no further one along: it has failed, as `fault` says. */
export const giveUpJobs = (tx: Tx, tenant: number, kinds: readonly string[], now: Date, fault: unknown) =>
  tx
    .updateTable('job')
    .set({ state: 'failed', outcome: toJson(fault), taken_until: null })
    .where('tenant', '=', tenant)
    .where('kind', 'in', [...kinds])
    .where('attempts', '>=', BEGUN_MOST)
    .where((where) =>
      where.or([
        where('state', '=', 'waiting'),
        where.and([where('state', '=', 'running'), where('taken_until', '<', now)]),
      ]),
    );

/** The next job that is due, or whose worker has gone silent; it is the caller's until `until`. */
export async function takeJob(
  tx: Tx,
  tenant: number,
  kinds: readonly string[],
  worker: string,
  now: Date,
  until: Date,
): Promise<Job | undefined> {
  const { rows } = await sql<Job>`update job set state = 'running', worker = ${worker}, taken_until = ${until},
      attempts = attempts + 1
    where tenant = ${tenant} and job = (
      select job from job
       where tenant = ${tenant} and kind = any(${kinds}::text[]) and due_at <= ${now} and attempts < ${BEGUN_MOST}
         and (state = 'waiting' or (state = 'running' and taken_until < ${now}))
       order by due_at, job limit 1 for update skip locked)
    returning tenant, job, kind, input, attempts, author`.execute(tx);
  return rows[0];
}

/** False when the job was taken over meanwhile: then the work of this worker no longer counts. */
export async function keepJob(tx: Tx, { tenant, job }: Job, worker: string, until: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ taken_until: until })
    .where((where) => where.and({ tenant, job, worker, state: 'running' }))
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export const endJob = (tx: Tx, { tenant, job }: Job, worker: string, outcome: unknown) =>
  tx
    .updateTable('job')
    .set({ state: 'done', outcome: toJson(outcome ?? null), taken_until: null })
    .where((where) => where.and({ tenant, job, worker, state: 'running' }))
    .execute();

/** Waits for another try at `due`; without one it has failed for good, which the outcome says. */
export const putBackJob = (tx: Tx, { tenant, job }: Job, worker: string, due: Date | undefined, fault: unknown) =>
  tx
    .updateTable('job')
    .set({
      state: due === undefined ? 'failed' : 'waiting',
      outcome: toJson(fault),
      taken_until: null,
      ...(due === undefined ? {} : { due_at: due }),
    })
    .where((where) => where.and({ tenant, job, worker, state: 'running' }))
    .execute();
