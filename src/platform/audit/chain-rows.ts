/** The sealed rows of a tenant with their links, for who takes the chain along. */
import type { Tx } from '../action/transact.ts';
import { sealsAfter } from './audit.store.ts';
import { type AuditRow, digestOf, linkOf, START } from './chain.ts';

const BATCH = 1_000;

export interface Linked {
  readonly seq: string;
  readonly hash: string;
}
/** A row as it is shown, with its link. */
export type ShownRow = Linked & Omit<AuditRow, 'at'> & { readonly at: string };
/** A row that is not shown: its digest keeps its place in the chain. */
export type HiddenRow = Linked & { readonly digest: string };

/** `shows` picks the rows that go along; of others only what the chain needs. */
export async function auditChain(tx: Tx, tenant: number, shows: (row: AuditRow) => boolean) {
  const rows: (ShownRow | HiddenRow)[] = [];
  let [after, head] = [0n, START];
  for (;;) {
    const seals = await sealsAfter(tx, tenant, after, BATCH);
    for (const { row: _, seq, hash, at, person, action, about, address, ...rest } of seals) {
      const row: AuditRow = {
        ...rest,
        tenant,
        at: at ?? new Date(0),
        person: person ?? '',
        action: action ?? '',
        about: about ?? '',
        address: address ?? '',
      };
      const linked = { seq: String(seq), hash };
      const digest = digestOf(row);
      // A link of the older form says nothing without its row.
      if (!shows(row) && hash === linkOf(head, digest)) rows.push({ ...linked, digest });
      else rows.push({ ...linked, ...row, at: row.at.toISOString() });
      [after, head] = [seq, hash];
    }
    if (seals.length < BATCH) return { rows, head };
  }
}
