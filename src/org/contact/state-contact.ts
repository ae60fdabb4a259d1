/** The contact of the office stated anew; all of it left empty takes it away. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { mayKeepUnits } from '../policy.ts';
import { OrgProblem } from '../problems.ts';
import { addContact, lastContact } from './contact.store.ts';

const PHONE = /^[\d+()（）\-—－、,，/转 ]{5,60}$/;

/** Throws `org.contactPhone`, `org.contactNameless`, `org.contactMoved`. */
export const stateContact = action({
  name: 'org.contact.state',
  input: Type.Object(
    {
      name: Type.String({ maxLength: 40 }),
      phone: Type.String({ maxLength: 60 }),
      place: Type.String({ maxLength: 100 }),
      /** Version that was looked at; 0 where there was none. */
      seen: Type.Integer({ minimum: 0 }),
    },
    { additionalProperties: false },
  ),
  async load() {},
  may: (who) => mayKeepUnits(who),
  async run(tx, { seen, ...given }, _, { who, now }) {
    const [name, phone, place] = [given.name.trim(), given.phone.trim(), given.place.trim()];
    if (phone !== '' && !PHONE.test(phone)) throw OrgProblem.contactPhone({ given: phone });
    if (name === '' && phone === '' && place !== '') throw OrgProblem.contactNameless({});
    const last = await lastContact(tx, who.tenant);
    if (last !== undefined && last.version !== seen) throw OrgProblem.contactMoved({ person: last.person });
    const version = seen + 1;
    const by = { author: who.account, person: who.person, at: now };
    await addContact(tx, { tenant: who.tenant, version, name, phone, place, ...by });
    return { version, name, phone, place };
  },
  audit: ({ version, name, phone, place }) => ({ about: 'contact', detail: { version, name, phone, place } }),
});
