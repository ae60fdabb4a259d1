/**
 * Once a day what nobody needs any more goes: sessions that are over, jobs that are done, answers kept for requests that
 * might come twice, uploads that broke off and contents that no row names.
 */
import pg from 'pg';
import { removeExpiredSessions } from '../access/session.ts';
import { type Tx, transact } from '../action/transact.ts';
import { hashesNamed, isBackingUp, nameOfDatabase } from '../backup/tables.store.ts';
import type { Db } from '../db/connect.ts';
import { keptSince, sweepFiles } from '../files/sweep.ts';
import type { Handler } from '../jobs/contract.ts';
import { enqueue } from '../jobs/jobs.store.ts';
import type { Installation } from './installation.ts';
import { removeAnswers, removeDoneJobs, waitsForHouse } from './system.store.ts';

export const HOUSE_JOB = 'platform.housekeeping';
const DAY_MS = 86_400_000;
/** Whoever uploads a file names it within minutes; a week is for who was called away. */
const KEPT_MS = 7 * DAY_MS;

/** Gives what went, and asks for the next day. */
export const keepHouse =
  (db: Db, { ground }: Pick<Installation, 'ground'>): Handler =>
  async ({ tenant, job }, now) => {
    const before = new Date(now.getTime() - KEPT_MS);
    await removeExpiredSessions(db, now);
    const files = await sweep(ground, before);
    return transact(db, { tenant, reach: '*' }, async (tx) => {
      const gone = { files, jobs: await removeDoneJobs(tx, before), answers: await removeAnswers(tx, before) };
      await askAgain(tx, tenant, now, job);
      return gone;
    });
  };

/** Nothing while a backup is being made: it names what lay there when it began. */
async function sweep({ owner, filesDir }: Installation['ground'], before: Date): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const since = await keptSince(filesDir, await nameOfDatabase(client));
    if (since > before || (await isBackingUp(client))) return 0;
    return await sweepFiles(filesDir, await hashesNamed(client), before);
  } finally {
    await client.end();
  }
}

async function askAgain(tx: Tx, tenant: number, now: Date, beside?: string): Promise<void> {
  if (await waitsForHouse(tx, HOUSE_JOB, beside)) return;
  const due = new Date(now.getTime() + DAY_MS);
  await enqueue(tx, { tenant, kind: HOUSE_JOB, input: null, author: null }, now, due);
}

/** At the start of a process: every tenant has one ahead of it. */
export async function startKeepingHouse(db: Db, now: Date): Promise<void> {
  for (const { tenant } of await db.selectFrom('tenant').select('tenant').execute())
    await transact(db, { tenant, reach: '*' }, (tx) => askAgain(tx, tenant, now));
}
