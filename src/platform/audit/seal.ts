/**
 * Chains committed audit rows. One sealer a tenant works after the fact, because a chain head inside every action's
 * transaction would let only one of them save at a time.
 */
import { type Tx, transact } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import { addSeals, holdSealer, lastSeal, type Seal, unsealedRows } from './audit.store.ts';
import { digestOf, LATEST_MS, linkOf, START } from './chain.ts';

/** Rows of one transaction; a busy minute leaves some hundred. */
const BATCH = 1_000;
export const SEAL_EVERY_MS = 1_000;

/** Seals what is not sealed yet; gives how many rows that were. */
export async function sealAudit(db: Db, tenant: number, now: Date): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await transact(db, { tenant, reach: '*' }, (tx) => sealBatch(tx, tenant, now));
    sealed += count;
    if (count < BATCH) return sealed;
  }
}

async function sealBatch(tx: Tx, tenant: number, now: Date): Promise<number> {
  await holdSealer(tx, tenant);
  const last = await lastSeal(tx, tenant);
  let [seq, hash] = [last?.seq ?? 0n, last?.hash ?? START];
  // What is older than any transaction could be was slipped in: it is left unsealed, where verifying finds it.
  const since = new Date((last?.at?.getTime() ?? LATEST_MS) - LATEST_MS);
  const seals = (await unsealedRows(tx, tenant, BATCH, since)).map((row): Seal => {
    seq += 1n;
    hash = linkOf(hash, digestOf(row));
    return { seq, entry: row.entry, hash };
  });
  if (seals.length > 0) await addSeals(tx, tenant, seals, now);
  return seals.length;
}

/** Seals all tenants every second until `stop`, which waits for the round under way. */
export function keepSealing(db: Db, now: () => Date, failed: (error: unknown) => void): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  const round = async (): Promise<void> => {
    const tenants = await db.selectFrom('tenant').select('tenant').execute();
    for (const { tenant } of tenants) await sealAudit(db, tenant, now());
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
