/** What is asked and answered about signing in: held by the server, and the browser's types. */
import Type, { type Static } from 'typebox';

const Secret = Type.String({ minLength: 1, maxLength: 1_000 });
export const SignInAsked = Type.Object(
  {
    login: Type.String({ minLength: 1, maxLength: 200 }),
    password: Secret,
    totp: Type.Optional(Type.String({ maxLength: 20 })),
    person: Type.Optional(Type.String({ maxLength: 200 })),
    pin: Type.Optional(Type.String({ maxLength: 100 })),
    tenant: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
  },
  { additionalProperties: false },
);

export const SessionShape = Type.Object({
  account: Type.String(),
  person: Type.String({ description: 'Name of who acts.' }),
  tenant: Type.Integer(),
  posts: Type.Array(
    Type.Object({
      ...{ post: Type.String(), unit: Type.Integer(), dept: Type.String(), role: Type.String() },
      wide: Type.Boolean({ description: 'Reaches every unit, as a post of business at the root does.' }),
    }),
  ),
  csrf: Type.Optional(Type.String({ description: 'To be sent as X-CSRF-Token with every write by cookie.' })),
  mustChange: Type.Optional(Type.Boolean({ description: 'Until the password is changed nothing else is allowed.' })),
  expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
});

export type SessionReply = Static<typeof SessionShape>;
