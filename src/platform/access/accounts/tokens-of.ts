/** Tokens of an account in this tenant, seen and revoked by its security administrator: an account may be lost to others. */
import Type from 'typebox';
import { action, query } from '../../action/action.ts';
import { Id } from '../inputs.ts';
import { mayKeepAccounts, maySeeAccounts } from '../policy.ts';
import { revokeTokens, tokensOf } from '../tokens.ts';

const OfAccount = Type.Object({ account: Id }, { additionalProperties: false });

export const listTokensOf = query({
  name: 'access.tokens.listOf',
  input: OfAccount,
  may: maySeeAccounts,
  run: (tx, { account }, { who: { tenant }, now }) => tokensOf(tx, { account, tenant }, now),
});

/** All of them at once: whoever still works with one makes it anew. */
export const revokeTokensOf = action({
  name: 'access.tokens.revoke',
  input: OfAccount,
  async load() {},
  may: mayKeepAccounts,
  async run(tx, { account }, _, { who: { tenant }, now }) {
    return { account, revoked: await revokeTokens(tx, { account, tenant }, now) };
  },
  audit: ({ account, revoked }) => ({ about: account, detail: { revoked } }),
});
