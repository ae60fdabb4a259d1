/** A new PIN for the 经办人 who is signed in at a shared account. */
import Type from 'typebox';
import { action } from '../../action/action.ts';
import { parseInput } from '../../action/input.ts';
import { changePersonRow, presentPersons } from '../accounts/accounts.store.ts';
import { Pin } from '../inputs.ts';
import { checkPin, hashPassword } from '../password.ts';
import { checkPerson } from '../pin.ts';
import { mayKeepOwn } from '../policy.ts';
import { AccessProblem } from '../problems.ts';
import { withoutKey } from '../without-key.ts';

const changing = action({
  name: 'access.pin.change',
  input: Type.Object({ old: Pin, pin: Pin }, { additionalProperties: false }),
  async load(tx, _, { who }) {
    const me = (await presentPersons(tx, who.account)).find(({ name }) => name === who.person);
    if (me === undefined) throw AccessProblem.personUnknown({});
    return me;
  },
  may: mayKeepOwn,
  async run(tx, { pin }, me) {
    checkPin(pin);
    await changePersonRow(tx, me, { pin: await hashPassword(pin), failures: 0 });
    return { account: me.account, person: me.person };
  },
  audit: ({ account, person }, _, { name }) => ({ about: account, detail: { person, name } }),
});

/** Also throws `access.pinRefused` and `access.pinBlocked`: wrong ones count as they do at sign-in. */
export const changePin: typeof changing = withoutKey({
  ...changing,
  async perform(performing, input) {
    const { db, who } = performing;
    const { old } = parseInput(changing.input, input);
    await checkPerson(db, who.account, { person: who.person, pin: old });
    return changing.perform(performing, input);
  },
});
