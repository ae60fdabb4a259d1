import type { Tx } from '../../platform/index.ts';
import type { TaskKey } from '../decisions.store.ts';

export const setDue = (tx: Tx, { tenant, round, task }: TaskKey, due: Date) =>
  tx
    .updateTable('task')
    .set({ due })
    .where((where) => where.and({ tenant, round, task }))
    .execute();

export const collectingRounds = async (tx: Tx, tenant: number): Promise<readonly string[]> =>
  (
    await tx
      .selectFrom('round')
      .select('round')
      .where((where) => where.and({ tenant, state: 'collecting' }))
      .orderBy('round')
      .execute()
  ).map(({ round }) => round);

/** False when the reminder was given before. */
export async function addReminder(
  tx: Tx,
  { tenant, round, task, due }: TaskKey & { readonly due: Date },
  ahead: number,
  at: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await tx
    .insertInto('reminder')
    .values({ tenant, round, task, due, ahead, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

/** Whether a job of the kind waits, beside the one named. */
export const hasWaitingJob = async (tx: Tx, tenant: number, kind: string, beside?: string): Promise<boolean> => {
  const waiting = tx
    .selectFrom('job')
    .select('job')
    .where((where) => where.and({ tenant, kind }))
    .where('state', 'in', ['waiting', 'running']);
  return (await (beside === undefined ? waiting : waiting.where('job', '<>', beside)).executeTakeFirst()) !== undefined;
};
