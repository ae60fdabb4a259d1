/** An account with its first post, which says who keeps it. Its one-time password is in the answer and nowhere else. */
import Type from 'typebox';
import { action } from '../../action/action.ts';
import { newId } from '../../id.ts';
import { civilDay } from '../civil-day.ts';
import { Name, PostGiven } from '../inputs.ts';
import { oneTime, oneTimePassword } from '../password.ts';
import { mayKeepAccounts } from '../policy.ts';
import { appoint } from '../posts/appoint.ts';
import { AccessProblem } from '../problems.ts';
import { withoutKey } from '../without-key.ts';
import { addAccountRow, isLoginTaken } from './accounts.store.ts';
import { parseLogin } from './login.ts';

export const addAccount = withoutKey(
  action({
    name: 'access.account.add',
    input: Type.Object(
      {
        login: Type.String({ maxLength: 64 }),
        name: Name,
        mail: Type.Optional(Type.String({ format: 'email', maxLength: 254 })),
        /** `issuer subject` of the identity provider; such an account has no password. */
        identity: Type.Optional(Type.String({ pattern: '^https?://\\S+ \\S+$', maxLength: 500 })),
        post: PostGiven,
      },
      { additionalProperties: false },
    ),
    async load() {},
    may: mayKeepAccounts,
    async run(tx, { login: wanted, name, mail = null, identity = null, post: given }, _, { who, now }) {
      const [account, login] = [newId(), parseLogin(wanted)];
      const secret = identity === null ? oneTimePassword() : undefined;
      const knowledge = secret === undefined ? {} : await oneTime(secret, now);
      const row = { account, login, name, mail, identity, ...knowledge };
      if (!(await addAccountRow(tx, { ...row, state: 'active', created_at: now }))) {
        throw (await isLoginTaken(tx, login)) ? AccessProblem.loginTaken({ login }) : AccessProblem.identityTaken({});
      }
      const post = await appoint(tx, { account, tenant: who.tenant, given, today: civilDay(now), now });
      return { account, login, post, ...(secret === undefined ? {} : { password: secret }) };
    },
    audit: ({ account, login, post }, { name, post: given }) => ({
      about: account,
      detail: { login, name, post, ...given },
    }),
  }),
);
