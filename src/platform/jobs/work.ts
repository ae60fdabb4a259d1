/** A worker: takes what is due, does it, and puts it back for later when it failed. A dead worker's job is taken over. */
import { randomUUID } from 'node:crypto';
import { Problem } from '../../kernel/index.ts';
import { transact } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import type { Handler, Job } from './contract.ts';
import { endJob, keepJob, putBackJob, takeJob } from './jobs.store.ts';

/** A job nobody has said a word of for so long is somebody else's. */
export const LEASE_MS = 60_000;
const HEARTBEAT_MS = LEASE_MS / 3;
export const LOOK_EVERY_MS = 1_000;
/** Waits between tries; after the last the job has failed. */
const WAITS_MS = [10_000, 60_000, 600_000, 3_600_000];

export interface Workshop {
  readonly db: Db;
  readonly handlers: ReadonlyMap<string, Handler>;
  now(): Date;
  /** Faults that are no problem of the work itself: a database that is away. */
  failed(error: unknown): void;
}

/** Does everything that is due now; gives how many jobs were begun. */
export async function workOnce(shop: Workshop, worker: string = randomUUID()): Promise<number> {
  const tenants = await shop.db.selectFrom('tenant').select('tenant').execute();
  let begun = 0;
  for (const { tenant } of tenants) {
    for (let job = await next(shop, tenant, worker); job !== undefined; job = await next(shop, tenant, worker)) {
      begun += 1;
      await carryOut(shop, job, worker);
    }
  }
  return begun;
}

const within = <T>({ db }: Workshop, tenant: number, work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(db, { tenant, reach: '*' }, work);

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

const next = (shop: Workshop, tenant: number, worker: string): Promise<Job | undefined> => {
  const now = shop.now();
  return within(shop, tenant, (tx) =>
    takeJob(tx, tenant, [...shop.handlers.keys()], worker, now, later(now, LEASE_MS)),
  );
};

async function carryOut(shop: Workshop, job: Job, worker: string): Promise<void> {
  const { tenant } = job;
  const beat = setInterval(() => {
    within(shop, tenant, (tx) => keepJob(tx, job, worker, later(shop.now(), LEASE_MS))).catch(shop.failed);
  }, HEARTBEAT_MS);
  try {
    const outcome = await shop.handlers.get(job.kind)?.(job, shop.now());
    await within(shop, tenant, (tx) => endJob(tx, job, worker, outcome));
  } catch (error) {
    const wait = WAITS_MS[job.attempts - 1];
    const due = wait === undefined ? undefined : later(shop.now(), wait);
    const fault = error instanceof Problem ? { code: error.code, data: error.data } : { code: 'bug' };
    if (!(error instanceof Problem)) shop.failed(error);
    await within(shop, tenant, (tx) => putBackJob(tx, job, worker, due, fault));
  } finally {
    clearInterval(beat);
  }
}

/** Looks every second until `stop`, which waits for the job under way. */
export function keepWorking(shop: Workshop): { stop(): Promise<void> } {
  const worker = randomUUID();
  let [running, busy] = [Promise.resolve(), false];
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = workOnce(shop, worker)
      .then(() => {}, shop.failed)
      .finally(() => {
        busy = false;
      });
  }, LOOK_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
