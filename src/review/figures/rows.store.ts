/** Rows of 台账 as they are accepted beside the figures. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { TaskKey } from '../decisions.store.ts';

/**
 * Accepts every row of which no version was accepted before; gives how many, and how many changes of accepted rows are
 * left. No check finds anything in a single row, so what is new is within tolerance, and what replaces or takes out an
 * accepted row is looked at.
 */
export async function acceptNewRows(
  tx: Tx,
  { tenant, round, task }: TaskKey,
): Promise<{ readonly rows: number; readonly rowsLeft: number }> {
  const { numAffectedRows = 0n } = await sql`
    update ledger_row set accepted = true
     where tenant = ${tenant} and round = ${round} and task = ${task} and latest and not removed and not accepted
       and row not in (select row from ledger_row
                        where tenant = ${tenant} and round = ${round} and task = ${task} and accepted)`.execute(tx);
  const { left } = await tx
    .selectFrom('ledger_row')
    .select(({ fn }) => fn.countAll<bigint>().as('left'))
    .where((where) => where.and({ tenant, round, task, accepted: true, latest: false }))
    .executeTakeFirstOrThrow();
  return { rows: Number(numAffectedRows), rowsLeft: Number(left) };
}
