/** 经办人 of a shared unit account come, get a PIN and leave. */
import Type from 'typebox';
import { action } from '../../action/action.ts';
import type { Tx } from '../../action/transact.ts';
import { newId } from '../../id.ts';
import type { Who } from '../contract.ts';
import { Id, Name, Pin } from '../inputs.ts';
import { checkPin, hashPassword } from '../password.ts';
import { mayKeepAccounts } from '../policy.ts';
import { AccessProblem } from '../problems.ts';
import { endSessions } from '../session.ts';
import { revokeTokens } from '../tokens.ts';
import { withoutKey } from '../without-key.ts';
import { addPersonRow, changePersonRow, presentPersons } from './accounts.store.ts';
import { loadKeptAccount } from './load-account.ts';

export const addPerson = withoutKey(
  action({
    name: 'access.person.add',
    input: Type.Object({ account: Id, name: Name, pin: Pin }, { additionalProperties: false }),
    async load(tx, { account }, { who }) {
      const row = await loadKeptAccount(tx, who, account);
      // An identity is one person's own; only a password is shared.
      if (row.password === null) throw AccessProblem.noPassword({});
      return row;
    },
    may: mayKeepAccounts,
    async run(tx, { account, name, pin }, _, { now }) {
      checkPin(pin);
      const present = await presentPersons(tx, account);
      if (present.some((other) => other.name === name)) throw AccessProblem.personTaken({ person: name });
      const person = newId();
      await addPersonRow(tx, { account, person, name, pin: await hashPassword(pin) });
      // Whoever signed in before the account was shared is nobody in particular now.
      if (present.length === 0) {
        await endSessions(tx, account);
        await revokeTokens(tx, { account }, now);
      }
      return { account, person };
    },
    audit: ({ account, person }, { name }) => ({ about: account, detail: { person, name } }),
  }),
);

const PersonNamed = { account: Id, person: Id };

/** A new PIN for who forgot it or had it blocked. */
export const setPin = withoutKey(
  action({
    name: 'access.person.setPin',
    input: Type.Object({ ...PersonNamed, pin: Pin }, { additionalProperties: false }),
    load: loadPerson,
    may: mayKeepAccounts,
    async run(tx, { pin, ...named }) {
      checkPin(pin);
      await changePersonRow(tx, named, { pin: await hashPassword(pin), failures: 0 });
      return named;
    },
    audit: ({ account, person }, _, { name }) => ({ about: account, detail: { person, name } }),
  }),
);

export const removePerson = action({
  name: 'access.person.remove',
  input: Type.Object(PersonNamed, { additionalProperties: false }),
  load: loadPerson,
  may: mayKeepAccounts,
  async run(tx, named, _, { now }) {
    await changePersonRow(tx, named, { left_at: now });
    await revokeTokens(tx, named, now);
    return named;
  },
  audit: ({ account, person }, _, { name }) => ({ about: account, detail: { person, name } }),
});

async function loadPerson(
  tx: Tx,
  { account, person }: { readonly account: string; readonly person: string },
  { who }: { readonly who: Who },
) {
  await loadKeptAccount(tx, who, account);
  const found = (await presentPersons(tx, account)).find((each) => each.person === person);
  if (found === undefined) throw AccessProblem.personUnknown({});
  return found;
}
