/** Secrets of one-time codes as rows. */
import type { Db } from '../db/connect.ts';
import { isLocked, type Vault } from './vault.ts';

const secrets = async (db: Db): Promise<readonly { readonly account: string; readonly totp: string }[]> => {
  const rows = await db.selectFrom('account').select(['account', 'totp']).where('totp', 'is not', null).execute();
  return rows.flatMap(({ account, totp }) => (totp === null ? [] : [{ account, totp }]));
};

/** Rows of versions that kept them in the clear; a second process that does the same at once does no harm. */
export async function lockTotpSecrets(db: Db, vault: Vault): Promise<void> {
  for (const { account, totp } of await secrets(db)) {
    if (isLocked(totp)) continue;
    await db
      .updateTable('account')
      .set({ totp: vault.lock(totp, account) })
      .where('account', '=', account)
      .where('totp', '=', totp)
      .execute();
  }
}

/** Accounts whose one-time codes were locked by another installation. */
export async function countForeignTotp(db: Db, vault: Vault): Promise<number> {
  return (await secrets(db)).filter(({ account, totp }) => isLocked(totp) && vault.open(totp, account) === undefined)
    .length;
}
