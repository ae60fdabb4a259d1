/** One transaction in which the database itself knows the tenant and the units that may be seen. */
import { sql, type Transaction } from 'kysely';
import type { Reach, Who } from '../access/contract.ts';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';

export type Tx = Transaction<Tables>;

/** `still`: everything is read as it stood at the first look, however long the reading takes. */
export type View = 'moving' | 'still';

/** `local` settings end with the transaction: the next user of the connection starts without any. */
export function transact<T>(
  db: Db,
  who: Pick<Who, 'tenant' | 'reach'>,
  work: (tx: Tx) => Promise<T>,
  view: View = 'moving',
): Promise<T> {
  const transaction = view === 'still' ? db.transaction().setIsolationLevel('repeatable read') : db.transaction();
  return transaction.execute(async (tx) => {
    await sql`select set_config('luzhi.tenant', ${String(who.tenant)}, true), set_config('luzhi.units', ${unitsOf(who.reach)}, true)`.execute(
      tx,
    );
    return work(tx);
  });
}

const unitsOf = (reach: Reach): string => (reach === '*' ? '*' : reach.join(','));

/**
 * Lets `work` read all units of the tenant within the transaction, whatever `who` reaches: an evaluation needs every
 * unit's figures. What comes of it is cut to what `who` may see by the stage's policy before it leaves.
 */
export async function widened<T>(tx: Tx, who: Pick<Who, 'reach'>, work: () => Promise<T>): Promise<T> {
  const reach = (units: string) => sql`select set_config('luzhi.units', ${units}, true)`.execute(tx);
  await reach('*');
  const out = await work();
  await reach(unitsOf(who.reach));
  return out;
}
