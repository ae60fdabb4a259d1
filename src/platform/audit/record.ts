/** The audit row of an action, written in its transaction: what was done and what was recorded share one verdict. */
import { sql } from 'kysely';
import type { By } from '../action/action.ts';
import type { Tx } from '../action/transact.ts';
import { newId } from '../id.ts';
import { newestSealed } from './audit.store.ts';

export async function recordAudit(
  tx: Tx,
  { who, now }: Pick<By, 'who' | 'now'>,
  action: string,
  { about, detail }: { readonly about: string; readonly detail: unknown },
): Promise<void> {
  const { tenant, account, person, address } = who;
  // A clock that was put back must not make what is done now look older than what was done before it.
  const at = sql<Date>`greatest(${now}::timestamptz, (${newestSealed(tx, tenant)}))`;
  const row = { tenant, entry: newId(), at, account, person, action, about, address };
  await tx
    .insertInto('audit')
    .values({ ...row, detail: JSON.stringify(detail ?? {}) })
    .execute();
}
