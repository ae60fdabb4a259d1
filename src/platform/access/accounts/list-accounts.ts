/** Accounts with posts in the tenant, page by page in order of their logins. */
import Type from 'typebox';
import { query } from '../../action/action.ts';
import { maySeeAccounts } from '../policy.ts';
import { accountsOf, personsOf, postsOf } from './accounts.store.ts';

const PAGE = 200;

export const listAccounts = query({
  name: 'access.accounts.list',
  input: Type.Object(
    {
      /** Login of the last account of the page before. */
      after: Type.Optional(Type.String({ maxLength: 64 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE })),
    },
    { additionalProperties: false },
  ),
  may: maySeeAccounts,
  async run(tx, { after = '', limit = PAGE }, { who, now }) {
    const rows = await accountsOf(tx, who.tenant, after, limit);
    const ids = rows.map(({ account }) => account);
    if (ids.length === 0) return [];
    const posts = Map.groupBy(await postsOf(tx, who.tenant, ids), ({ account }) => account);
    const persons = Map.groupBy(await personsOf(tx, ids), ({ account }) => account);
    return rows.map(({ lockedUntil, ...row }) => ({
      ...row,
      locked: lockedUntil !== null && lockedUntil > now,
      posts: (posts.get(row.account) ?? []).map(({ account: _, ...post }) => post),
      persons: (persons.get(row.account) ?? []).map(({ account: _, ...person }) => person),
    }));
  },
});
