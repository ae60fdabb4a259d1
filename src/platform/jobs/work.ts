/** A worker: takes what is due, does it, and puts it back for later when it failed. A dead worker's job is taken over. */
import { randomUUID } from 'node:crypto';
import { Problem } from '../../kernel/index.ts';
import { type Tx, transact, withoutWaiting } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import { PlatformProblem } from '../problems.ts';
import type { Handler, Job } from './contract.ts';
import { beginJob, endJob, giveUpJobs, keepJob, type NewJob, putBackJob, takeJob } from './jobs.store.ts';

/** A job nobody has said a word of for so long is somebody else's. */
export const LEASE_MS = 60_000;
const HEARTBEAT_MS = LEASE_MS / 3;
export const LOOK_EVERY_MS = 1_000;
/** Waits between tries, `BEGUN_MOST` in all; after the last the job has failed. */
const WAITS_MS = [10_000, 60_000, 600_000, 3_600_000];

/** What a job is kept by while it is done. */
export interface Keeping {
  readonly db: Db;
  now(): Date;
  /** Faults that are no problem of the work itself: a database that is away. */
  failed(error: unknown): void;
}

export interface Workshop extends Keeping {
  readonly handlers: ReadonlyMap<string, Handler>;
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

const within = <T>({ db }: Keeping, tenant: number, work: Parameters<typeof transact<T>>[2]): Promise<T> =>
  transact(db, { tenant, reach: '*' }, work);

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

const next = (shop: Workshop, tenant: number, worker: string): Promise<Job | undefined> => {
  const [now, kinds] = [shop.now(), [...shop.handlers.keys()]];
  return within(shop, tenant, async (tx) => {
    const lost = saidOf(PlatformProblem.asideLost({}));
    if (kinds.length > 0) withoutWaiting(tx, giveUpJobs(tx, tenant, kinds, now, lost));
    return takeJob(tx, tenant, kinds, worker, now, later(now, LEASE_MS));
  });
};

async function carryOut(shop: Workshop, job: Job, worker: string): Promise<void> {
  const { tenant } = job;
  try {
    const outcome = await whileKept(shop, job, worker, async () => shop.handlers.get(job.kind)?.(job, shop.now()));
    await within(shop, tenant, (tx) => endJob(tx, job, worker, outcome));
  } catch (error) {
    const wait = WAITS_MS[job.attempts - 1];
    const due = wait === undefined ? undefined : later(shop.now(), wait);
    if (!(error instanceof Problem)) shop.failed(error);
    await within(shop, tenant, (tx) => putBackJob(tx, job, worker, due, saidOf(error)));
  }
}

/** Says every while that its worker lives. */
async function whileKept<Out>(shop: Keeping, job: Job, worker: string, work: () => Promise<Out>): Promise<Out> {
  const beat = setInterval(() => {
    within(shop, job.tenant, (tx) => keepJob(tx, job, worker, later(shop.now(), LEASE_MS))).catch(shop.failed);
  }, HEARTBEAT_MS);
  return work().finally(() => clearInterval(beat));
}

const saidOf = (error: unknown): object =>
  error instanceof Problem ? { code: error.code, data: error.data } : { code: 'bug' };

/**
 * A job done at once by who asks for it, and by another only where this process dies under it. Gives what `work` gives and
 * throws what it throws: either way the job has its end, as whoever asked was told.
 */
export async function doAtOnce<Out>(
  shop: Keeping,
  of: NewJob,
  worker: string,
  work: (job: Job) => Promise<Out>,
): Promise<Out> {
  const { tenant } = of;
  const now = shop.now();
  const job = await within(shop, tenant, (tx) => beginJob(tx, of, worker, now, later(now, LEASE_MS)));
  // What was done is done: that its job could not be ended costs a second look, which finds the answer of the first.
  const end = (work: (tx: Tx) => Promise<unknown>) => within(shop, tenant, work).catch(shop.failed);
  try {
    const out = await whileKept(shop, job, worker, () => work(job));
    await end((tx) => endJob(tx, job, worker, undefined));
    return out;
  } catch (error) {
    await end((tx) =>
      isVerdict(error) ? endJob(tx, job, worker, saidOf(error)) : putBackJob(tx, job, worker, undefined, saidOf(error)),
    );
    throw error;
  }
}

/** A refusal is an answer; the end of a thread is none. */
export const isVerdict = (error: unknown): error is Problem =>
  error instanceof Problem && error.code !== PlatformProblem.asideLost({}).code;

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
