/** The account an administrator speaks of, held until the transaction ends so that two changes come one after the other. */
import type { Tx } from '../../action/transact.ts';
import type { AccountRow } from '../attempts.ts';
import type { Who } from '../contract.ts';
import { homeOf } from '../home.ts';
import { AccessProblem } from '../problems.ts';

/** Throws `access.accountUnknown`, `access.accountClosed`. */
export async function loadActiveAccount(tx: Tx, account: string): Promise<AccountRow> {
  const row = await tx.selectFrom('account').selectAll().where('account', '=', account).forUpdate().executeTakeFirst();
  if (row === undefined) throw AccessProblem.accountUnknown({});
  if (row.state === 'closed') throw AccessProblem.accountClosed({ name: row.name });
  return row;
}

/**
 * Only the tenant that gave an account its first post may change the account itself: a post elsewhere must not let
 * the administrators there take the account over. Also throws `access.accountElsewhere`.
 */
export async function loadKeptAccount(tx: Tx, who: Who, account: string): Promise<AccountRow> {
  const home = await homeOf(tx, account);
  if (home === undefined) throw AccessProblem.accountUnknown({});
  if (home !== who.tenant && !(await servesHere(tx, who, account))) throw AccessProblem.accountUnknown({});
  const row = await loadActiveAccount(tx, account);
  if (home !== who.tenant) throw AccessProblem.accountElsewhere({ name: row.name });
  return row;
}

async function servesHere(tx: Tx, who: Who, account: string): Promise<boolean> {
  const post = await tx
    .selectFrom('post')
    .select('post')
    .where('account', '=', account)
    .where('tenant', '=', who.tenant)
    .executeTakeFirst();
  return post !== undefined;
}
