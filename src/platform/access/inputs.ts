/** Parts of what comes in that several actions of accounts and posts share. */
import Type from 'typebox';
import { ROLES } from './contract.ts';

const UUID = '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

export const Id = Type.String({ pattern: UUID });
export const Day = Type.String({ format: 'date' });
export const Name = Type.String({ minLength: 1, maxLength: 64, pattern: '^\\S(.*\\S)?$' });
export const Pin = Type.String({ pattern: '^\\d{6}$' });
/** Checked by its own rules, which say what is wrong with it; the limit only bounds the work. */
export const Password = Type.String({ maxLength: 1000 });

export const PostGiven = Type.Object(
  {
    unit: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    /** Absent: the whole unit. */
    dept: Type.Optional(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9]{0,63}$' })),
    role: Type.Enum([...ROLES]),
    /** Absent: today. */
    begins: Type.Optional(Day),
    /** The first day on which it no longer holds. */
    ends: Type.Optional(Day),
  },
  { additionalProperties: false },
);
