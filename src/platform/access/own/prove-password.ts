/** Actions on one's own account that ask for the password again, so that an unattended screen is not enough. */
import type { TSchema } from 'typebox';
import { Problem } from '../../../kernel/index.ts';
import type { Action, By } from '../../action/action.ts';
import type { Tx } from '../../action/transact.ts';
import { loadActiveAccount } from '../accounts/load-account.ts';
import { type AccountRow, forgetAttempts, giveBackAttempt, takeAttempt } from '../attempts.ts';
import { verifyPassword } from '../password.ts';
import { AccessProblem } from '../problems.ts';
import { withoutKey } from '../without-key.ts';

/** Wrong passwords count as they do at sign-in. Throws `access.accountLocked`. */
export const provingPassword = <S extends TSchema, Out>(asking: Action<S, Out>): Action<S, Out> =>
  withoutKey({
    ...asking,
    async perform(performing, input) {
      const { db, who, now } = performing;
      const attempt = await takeAttempt(db, { account: who.account }, now);
      if (attempt?.open === false) throw lockedFor(attempt.account, now);
      try {
        const out = await asking.perform(performing, input);
        await forgetAttempts(db, who.account);
        return out;
      } catch (error) {
        const wrong = error instanceof Problem && error.code === 'access.oldPasswordWrong';
        if (!wrong) await giveBackAttempt(db, who.account);
        throw error;
      }
    },
  });

const MINUTE = 60_000;
const lockedFor = ({ locked_until }: AccountRow, now: Date): Problem =>
  AccessProblem.accountLocked({ minutes: Math.ceil(((locked_until ?? now).getTime() - now.getTime()) / MINUTE) });

/** Throws `access.noPassword`, `access.oldPasswordWrong`. */
export async function loadOwnAccount(tx: Tx, password: string, { who }: By): Promise<AccountRow> {
  const row = await loadActiveAccount(tx, who.account);
  if (row.password === null) throw AccessProblem.noPassword({});
  if (!(await verifyPassword(row.password, password))) throw AccessProblem.oldPasswordWrong({});
  return row;
}
