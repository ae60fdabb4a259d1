/** One's own tokens for programs: made, seen, revoked. The secret is in the answer of the first and nowhere else. */
import Type from 'typebox';
import { action, query } from '../../action/action.ts';
import { STAGES } from '../contract.ts';
import { Name } from '../inputs.ts';
import { mayHoldTokens, mayKeepOwn } from '../policy.ts';
import { AccessProblem } from '../problems.ts';
import { addTokenRow, revokeTokenRow, TOKEN_DAYS_MOST, tokensOf } from '../tokens.ts';
import { withoutKey } from '../without-key.ts';

export const addToken = withoutKey(
  action({
    name: 'access.token.add',
    input: Type.Object(
      {
        name: Name,
        rights: Type.Array(Type.Enum(['read', 'write']), { minItems: 1, uniqueItems: true }),
        /** Stages the token is for (`collect`, `report`); absent: all but `access`. */
        stages: Type.Optional(Type.Array(Type.Enum([...STAGES]), { minItems: 1, uniqueItems: true })),
        days: Type.Integer({ minimum: 1, maximum: TOKEN_DAYS_MOST }),
      },
      { additionalProperties: false },
    ),
    async load() {},
    may: mayHoldTokens,
    run: (tx, { name, rights, stages = [], days }, _, { who, now }) =>
      addTokenRow(tx, who, { name, scopes: [...rights, ...stages], days }, now),
    audit: ({ token, expiresAt }, { name, rights, stages = [] }) => ({
      about: token,
      detail: { name, rights, stages, expiresAt },
    }),
  }),
);

export const listTokens = query({
  name: 'access.tokens.list',
  input: Type.Object({}, { additionalProperties: false }),
  may: mayKeepOwn,
  run: (tx, _, { who, now }) => tokensOf(tx, who, now),
});

export const revokeToken = action({
  name: 'access.token.revoke',
  input: Type.Object({ token: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
  async load() {},
  may: mayKeepOwn,
  async run(tx, { token }, _, { who, now }) {
    if (!(await revokeTokenRow(tx, who, token, now))) throw AccessProblem.tokenUnknown({});
    return { token };
  },
  audit: ({ token }) => ({ about: token, detail: {} }),
});
