/**
 * Chains committed audit rows. One sealer a tenant works after the fact, because a chain head inside every action's
 * transaction would let only one of them save at a time.
 */
import { type Tx, transact } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import { idsSince } from '../id.ts';
import { addSeals, holdSealer, lastSeal, type Seal, unsealedRows } from './audit.store.ts';
import { digestOf, LATEST_MS, linkOf, START } from './chain.ts';
import type { Heads } from './heads.ts';

/** Rows of one transaction; a busy minute leaves some hundred. */
const BATCH = 1_000;
export const SEAL_EVERY_MS = 1_000;

/**
 * Rows are named as they are written, right before their transaction ends: what is not sealed yet is among the names of
 * the last seconds. Every so often it is looked for as far back as a row may lie: a commit may have been held up, and the
 * clock of another machine may be slow.
 */
const RECENT_MS = 5_000;
const FAR_EVERY = 60;

export interface Sealing {
  /** Only rows named no earlier; all of them when left out. */
  readonly from?: string | undefined;
  /** Where the new head is written down outside the database. */
  readonly heads?: Heads;
}

/** Seals what is not sealed yet; gives how many rows that were. Throws `files.notKept` for a head, with its rows sealed. */
export async function sealAudit(db: Db, tenant: number, now: Date, { from, heads }: Sealing = {}): Promise<number> {
  let sealed = 0;
  for (;;) {
    const batch = await transact(db, { tenant, reach: '*' }, (tx) => sealBatch(tx, tenant, now, from));
    sealed += batch.count;
    const { seq, hash, before } = batch;
    // After the rows are there: what stands outside must never say more than was done. From the beginning of a chain on its
    // beginning is written down too, so that a file that was put in another's place shows.
    const start = before === 0n && seq > 0n ? [{ tenant, seq: 0n, hash: START, at: now }] : [];
    if (seq > 0n) await heads?.note([...start, { tenant, seq, hash, at: now }]);
    if (batch.count < BATCH) return sealed;
  }
}

async function sealBatch(tx: Tx, tenant: number, now: Date, from: string | undefined) {
  await holdSealer(tx, tenant);
  const last = await lastSeal(tx, tenant);
  const before = last?.seq ?? 0n;
  let [seq, hash] = [before, last?.hash ?? START];
  // What is older than any transaction could be was slipped in: it is left unsealed, where verifying finds it.
  const since = new Date((last?.at?.getTime() ?? LATEST_MS) - LATEST_MS);
  const seals = (await unsealedRows(tx, tenant, BATCH, since, from)).map((row): Seal => {
    seq += 1n;
    hash = linkOf(hash, digestOf(row));
    return { seq, entry: row.entry, hash };
  });
  if (seals.length > 0) await addSeals(tx, tenant, seals, now);
  return { count: seals.length, before, seq, hash };
}

interface Keeping {
  readonly db: Db;
  readonly heads: Heads;
  now(): Date;
  /** Told of each fault; the next round tries again. */
  failed(error: unknown): void;
}

/** Seals all tenants every second until `stop`, which waits for the round under way. */
export function keepSealing({ db, heads, now, failed }: Keeping): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let rounds = 0;
  const round = async (): Promise<void> => {
    const from = rounds % FAR_EVERY === 0 ? undefined : idsSince(Date.now() - RECENT_MS);
    rounds += 1;
    const tenants = await db.selectFrom('tenant').select('tenant').execute();
    for (const { tenant } of tenants) await sealAudit(db, tenant, now(), { from, heads }).catch(failed);
  };
  const timer = setInterval(() => {
    running = running.then(round).catch(failed);
  }, SEAL_EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
