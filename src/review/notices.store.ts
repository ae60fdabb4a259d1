/** Notices: who has to know of a decision finds it when they come in. */
import type { Task } from '../collect/index.ts';
import { newId, type Tx } from '../platform/index.ts';

export async function tell(
  tx: Tx,
  tenant: number,
  accounts: readonly string[],
  kind: string,
  data: unknown,
  at: Date,
): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map((account) => ({ tenant, notice: newId(), account, kind, data: JSON.stringify(data), at }));
  await tx.insertInto('notice').values(rows).execute();
}

/** Accounts that hold one of the roles in the unit on the day, for the department or for all of it. */
export const accountsAt = async (
  tx: Tx,
  { tenant, dept }: Pick<Task, 'tenant' | 'dept'>,
  unit: number,
  role: string,
  day: string,
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('post')
    .select('account')
    .distinct()
    .where((where) => where.and({ tenant, unit, role }))
    .where('dept', 'in', ['', dept])
    .where('begins', '<=', day)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]))
    .execute();
  return rows.map(({ account }) => account);
};

export const listNotices = (tx: Tx, tenant: number, account: string) =>
  tx
    .selectFrom('notice')
    .select(['notice', 'kind', 'data', 'at', 'read_at'])
    .where((where) => where.and({ tenant, account }))
    .orderBy('at', 'desc')
    .limit(200)
    .execute();

export const readNotices = (tx: Tx, tenant: number, account: string, notices: readonly string[], at: Date) =>
  tx
    .updateTable('notice')
    .set({ read_at: at })
    .where((where) => where.and({ tenant, account }))
    .where('notice', 'in', [...notices])
    .where('read_at', 'is', null)
    .executeTakeFirst();
