/** The sealed rows of a tenant with their links, for who takes the chain along. */
import type { Tx } from '../action/transact.ts';
import { sealsAfter } from './audit.store.ts';
import { START } from './chain.ts';

const BATCH = 1_000;

export async function auditChain(tx: Tx, tenant: number) {
  const rows = [];
  let [seq, head] = [0n, START];
  for (;;) {
    const seals = await sealsAfter(tx, tenant, seq, BATCH);
    for (const { row: _, seq: at, at: written, ...seal } of seals) {
      const { person, action, about, address } = seal;
      rows.push({
        ...seal,
        tenant,
        seq: String(at),
        at: (written ?? new Date(0)).toISOString(),
        person: person ?? '',
        action: action ?? '',
        about: about ?? '',
        address: address ?? '',
      });
      [seq, head] = [at, seal.hash];
    }
    if (seals.length < BATCH) return { rows, head };
  }
}
