/** A one-time password for who forgot theirs, and the end of a lock, of every session and every token. It is in the answer alone. */
import Type from 'typebox';
import { action } from '../../action/action.ts';
import { Id } from '../inputs.ts';
import { oneTime, oneTimePassword } from '../password.ts';
import { mayKeepAccounts } from '../policy.ts';
import { AccessProblem } from '../problems.ts';
import { endSessions } from '../session.ts';
import { revokeTokens } from '../tokens.ts';
import { withoutKey } from '../without-key.ts';
import { changeAccountRow } from './accounts.store.ts';
import { loadKeptAccount } from './load-account.ts';

export const resetPassword = withoutKey(
  action({
    name: 'access.password.reset',
    input: Type.Object(
      {
        account: Id,
        /** Also forgets the telephone of the one-time codes, where it was lost. */
        totp: Type.Optional(Type.Boolean()),
      },
      { additionalProperties: false },
    ),
    async load(tx, { account }, { who }) {
      const row = await loadKeptAccount(tx, who, account);
      if (row.identity !== null) throw AccessProblem.noPassword({});
      return row;
    },
    may: mayKeepAccounts,
    async run(tx, { account, totp = false }, _, { now }) {
      const password = oneTimePassword();
      await changeAccountRow(tx, account, {
        ...(await oneTime(password, now)),
        failures: 0,
        locked_until: null,
        ...(totp ? { totp: null, totp_step: null } : {}),
      });
      await endSessions(tx, account);
      await revokeTokens(tx, { account }, now);
      return { account, password };
    },
    audit: (_, { totp = false }, { account, login }) => ({ about: account, detail: { login, totp } }),
  }),
);
