/** One's own account as its holder keeps it: what can be changed here, and what is on. */
import Type from 'typebox';
import { query } from '../../action/action.ts';
import { presentPersons } from '../accounts/accounts.store.ts';
import { loadActiveAccount } from '../accounts/load-account.ts';
import { mayKeepOwn } from '../policy.ts';

export const readOwn = query({
  name: 'access.own.read',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayKeepOwn,
  async run(tx, _, { who }) {
    const { login, name, mail, totp, password } = await loadActiveAccount(tx, who.account);
    const isShared = (await presentPersons(tx, who.account)).some((person) => person.name === who.person);
    return { login, name, mail, totp: totp !== null, password: password !== null, isShared };
  },
});
