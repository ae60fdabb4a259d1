/** Accounts are one table for all tenants; each is kept by the tenant that gave it its first post. */
import type { Tx } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';

export async function homeOf(db: Db | Tx, account: string): Promise<number | undefined> {
  const first = await db
    .selectFrom('post')
    .select('tenant')
    .where('account', '=', account)
    .orderBy('created_at')
    .orderBy('post')
    .limit(1)
    .executeTakeFirst();
  return first?.tenant;
}
