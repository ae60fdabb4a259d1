/**
 * Who acts at the machine itself, by the command line. Whoever may open the data folder could write to the database
 * directly; here they act in the name of an account, with its posts and through its actions, and the record says from
 * where (`address`). A one-time password need not be changed first: this is also the way back in when the last
 * security administrator has forgotten theirs.
 */
import { transact } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import { loadActiveAccount } from './accounts/load-account.ts';
import { foldLogin } from './accounts/login.ts';
import type { Who } from './contract.ts';
import { chooseTenant } from './open-session.ts';
import { AccessProblem } from './problems.ts';
import { loadWho } from './who.ts';

interface Named {
  readonly login: string;
  /** Needed where the account holds posts in several tenants. */
  readonly tenant: number | undefined;
  readonly address: string;
}

/** Throws `access.accountUnknown`, `accountClosed`, `noPost`, `tenantWanted`. */
export async function knowOperator(db: Db, { login, tenant: wanted, address }: Named, now: Date): Promise<Who> {
  const account = await accountOf(db, login);
  const { name } = await transact(db, { tenant: 0, reach: [] }, (tx) => loadActiveAccount(tx, account));
  const tenant = await chooseTenant(db, account, wanted, now);
  return loadWho(db, { account, tenant, person: name, address, mustChange: false }, now);
}

/** Throws `access.accountUnknown`. */
export async function accountOf(db: Db, login: string): Promise<string> {
  const row = await db.selectFrom('account').select('account').where('login', '=', foldLogin(login)).executeTakeFirst();
  if (row === undefined) throw AccessProblem.accountUnknown({});
  return row.account;
}
