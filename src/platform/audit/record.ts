/** The audit row of an action, written in its transaction: what was done and what was recorded share one verdict. */
import { sql } from 'kysely';
import type { By } from '../action/action.ts';
import { type Tx, withoutWaiting } from '../action/transact.ts';
import { prepared } from '../db/prepared.ts';
import { newId } from '../id.ts';
import { newestSealed } from './audit.store.ts';
import type { AuditRow } from './chain.ts';

export function recordAudit(
  tx: Tx,
  { who, now }: Pick<By, 'who' | 'now'>,
  action: string,
  { about, detail }: { readonly about: string; readonly detail: unknown },
): void {
  const { tenant, account, person, address } = who;
  const row = { tenant, entry: newId(), at: now, account, person, action, about, address };
  withoutWaiting(tx, recording({ ...row, detail: JSON.stringify(detail ?? {}) }));
}

// A clock that was put back must not make what is done now look older than what was done before it.
const recording = prepared(
  (from, { tenant, entry, at, account, person, action, about, detail, address }: AuditRow & { detail: string }) =>
    from.insertInto('audit').values({
      tenant,
      entry,
      at: sql<Date>`greatest(${at}::timestamptz, (${newestSealed(from, tenant)}))`,
      account,
      person,
      action,
      about,
      detail,
      address,
    }),
);
