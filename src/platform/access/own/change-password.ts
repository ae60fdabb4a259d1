/** A new password for oneself. Every session ends, the present one too: who knew the old password is out. */
import Type from 'typebox';
import { action } from '../../action/action.ts';
import { changeAccountRow } from '../accounts/accounts.store.ts';
import { Password } from '../inputs.ts';
import { checkPassword, hashPassword } from '../password.ts';
import { mayKeepOwn } from '../policy.ts';
import { AccessProblem } from '../problems.ts';
import { endSessions } from '../session.ts';
import { loadOwnAccount, provingPassword } from './prove-password.ts';

export const changePassword = provingPassword(
  action({
    name: 'access.password.change',
    input: Type.Object({ old: Password, password: Password }, { additionalProperties: false }),
    load: (tx, { old }, by) => loadOwnAccount(tx, old, by),
    may: mayKeepOwn,
    async run(tx, { old, password }, { account, login }) {
      if (password === old) throw AccessProblem.passwordSame({});
      checkPassword(password, login);
      const own = { password: await hashPassword(password), must_change: false, password_until: null };
      await changeAccountRow(tx, account, own);
      await endSessions(tx, account);
      return { account };
    },
    audit: ({ account }) => ({ about: account, detail: {} }),
  }),
);
