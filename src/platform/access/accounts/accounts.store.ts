/** Accounts and the persons who share them, as rows. */
import type { Insertable, Updateable } from 'kysely';
import type { Tx } from '../../action/transact.ts';
import type { Tables } from '../../db/tables.ts';
import { PIN_FAILURES } from '../lockout.ts';

/** False when the login or the identity is another's already. */
export async function addAccountRow(tx: Tx, account: Insertable<Tables['account']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('account')
    .values(account)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function isLoginTaken(tx: Tx, login: string): Promise<boolean> {
  const held = await tx.selectFrom('account').select('account').where('login', '=', login).executeTakeFirst();
  return held !== undefined;
}

export async function changeAccountRow(tx: Tx, account: string, change: Updateable<Tables['account']>): Promise<void> {
  await tx.updateTable('account').set(change).where('account', '=', account).execute();
}

export const presentPersons = (tx: Tx, account: string) =>
  tx
    .selectFrom('person')
    .selectAll()
    .where('account', '=', account)
    .where('left_at', 'is', null)
    .orderBy('person')
    .execute();

export async function addPersonRow(tx: Tx, person: Insertable<Tables['person']>): Promise<void> {
  await tx.insertInto('person').values(person).execute();
}

export async function changePersonRow(
  tx: Tx,
  { account, person }: { readonly account: string; readonly person: string },
  change: Updateable<Tables['person']>,
): Promise<void> {
  await tx.updateTable('person').set(change).where('account', '=', account).where('person', '=', person).execute();
}

export const accountsOf = (tx: Tx, tenant: number, after: string, limit: number) =>
  tx
    .selectFrom('account')
    .select(['account', 'login', 'name', 'mail', 'state', 'identity', 'locked_until as lockedUntil'])
    .select((row) => row('totp', 'is not', null).as('totp'))
    .where('login', '>', after)
    .where((where) =>
      where.exists(
        where
          .selectFrom('post')
          .select('post')
          .where('post.tenant', '=', tenant)
          .whereRef('post.account', '=', 'account.account'),
      ),
    )
    .orderBy('login')
    .limit(limit)
    .execute();

export const postsOf = (tx: Tx, tenant: number, accounts: readonly string[]) =>
  tx
    .selectFrom('post')
    .select(['account', 'post', 'unit', 'dept', 'role', 'begins', 'ends'])
    .where('tenant', '=', tenant)
    .where('account', 'in', accounts)
    .orderBy('begins')
    .orderBy('post')
    .execute();

export const personsOf = (tx: Tx, accounts: readonly string[]) =>
  tx
    .selectFrom('person')
    .select(['account', 'person', 'name'])
    .select((row) => row('failures', '>=', PIN_FAILURES).as('blocked'))
    .where('account', 'in', accounts)
    .where('left_at', 'is', null)
    .orderBy('person')
    .execute();
