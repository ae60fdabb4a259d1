/** The audit row of an action, written in its transaction: what was done and what was recorded share one verdict. */
import type { By } from '../action/action.ts';
import type { Tx } from '../action/transact.ts';
import { newId } from '../id.ts';

export async function recordAudit(
  tx: Tx,
  { who, now }: Pick<By, 'who' | 'now'>,
  action: string,
  { about, detail }: { readonly about: string; readonly detail: unknown },
): Promise<void> {
  const { tenant, account, person, address } = who;
  const row = { tenant, entry: newId(), at: now, account, person, action, about, address };
  await tx
    .insertInto('audit')
    .values({ ...row, detail: JSON.stringify(detail ?? {}) })
    .execute();
}
