/**
 * Attempts are counted before the password is looked at and given back when it was right: a hundred guesses sent at
 * once count as a hundred.
 */
import type { Selectable } from 'kysely';
import type { Db } from '../db/connect.ts';
import type { Tables } from '../db/tables.ts';
import { lockedUntil, PIN_FAILURES } from './lockout.ts';

export type AccountRow = Selectable<Tables['account']>;

export interface Attempt {
  readonly account: AccountRow;
  /** False while the account is locked: nothing was counted, and nothing may be tried. */
  readonly open: boolean;
}

export function takeAttempt(
  db: Db,
  by: { readonly login: string } | { readonly account: string },
  now: Date,
): Promise<Attempt | undefined> {
  return db.transaction().execute(async (tx) => {
    const account = await tx
      .selectFrom('account')
      .selectAll()
      .where((where) => where.and(by))
      .forUpdate()
      .executeTakeFirst();
    if (account === undefined) return undefined;
    if (account.locked_until !== null && account.locked_until > now) return { account, open: false };
    const failures = account.failures + 1;
    await tx
      .updateTable('account')
      .set({ failures, locked_until: lockedUntil(failures, now) })
      .where('account', '=', account.account)
      .execute();
    return { account, open: true };
  });
}

/** The password was right, but more is wanted: this attempt does not count, those before it still do. */
export async function giveBackAttempt(db: Db, account: string): Promise<void> {
  await db
    .updateTable('account')
    .set((row) => ({ failures: row.fn('greatest', [row('failures', '-', 1), row.lit(0)]), locked_until: null }))
    .where('account', '=', account)
    .execute();
}

export async function forgetAttempts(db: Db, account: string): Promise<void> {
  await db.updateTable('account').set({ failures: 0, locked_until: null }).where('account', '=', account).execute();
}

/** False when the PIN has been given wrongly too often; otherwise the attempt is counted. */
export async function takePinAttempt(db: Db, account: string, person: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set((row) => ({ failures: row('failures', '+', 1) }))
    .where('account', '=', account)
    .where('person', '=', person)
    .where('failures', '<', PIN_FAILURES)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function forgetPinAttempts(db: Db, account: string, person: string): Promise<void> {
  await db
    .updateTable('person')
    .set({ failures: 0 })
    .where('account', '=', account)
    .where('person', '=', person)
    .execute();
}
