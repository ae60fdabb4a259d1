import type { Tx } from '../../platform/index.ts';

/** When the round last changed in a way that can move a result. */
export async function lastChangeAt(tx: Tx, tenant: number, round: string): Promise<Date | undefined> {
  const last = await tx
    .selectFrom('change')
    .select('at')
    .where((where) => where.and({ tenant, round }))
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.at;
}
