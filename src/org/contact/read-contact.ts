/** Whom to call: for everybody who is signed in. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { lastContact } from './contact.store.ts';

/** Empty texts and version 0 where none was stated. */
export const readContact = query({
  name: 'org.contact.read',
  input: Type.Object({}, { additionalProperties: false }),
  may: () => true,
  async run(tx, _, { who }) {
    const { version, name, phone, place } = (await lastContact(tx, who.tenant)) ?? NONE;
    return { version, name, phone, place };
  },
});

const NONE = { version: 0, name: '', phone: '', place: '' };
