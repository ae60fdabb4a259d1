/** An account that is used no more: its posts in this tenant end, its sessions and tokens at once, its name stays on record. */
import Type from 'typebox';
import { action } from '../../action/action.ts';
import { civilDay } from '../civil-day.ts';
import { Id } from '../inputs.ts';
import { mayKeepAccounts } from '../policy.ts';
import { checkSecurityAdminStays } from '../posts/appoint.ts';
import { endPostRow, holdPosts, standingPosts } from '../posts/posts.store.ts';
import { endSessions } from '../session.ts';
import { revokeTokens } from '../tokens.ts';
import { changeAccountRow } from './accounts.store.ts';
import { loadKeptAccount } from './load-account.ts';

export const closeAccount = action({
  name: 'access.account.close',
  input: Type.Object({ account: Id }, { additionalProperties: false }),
  async load(tx, { account }, { who }) {
    await holdPosts(tx, who.tenant);
    return loadKeptAccount(tx, who, account);
  },
  may: mayKeepAccounts,
  async run(tx, { account }, _, { who, now }) {
    const today = civilDay(now);
    const posts = await standingPosts(tx, account, today);
    await checkSecurityAdminStays(tx, who.tenant, posts, today);
    for (const post of posts) await endPostRow(tx, post, { day: today, today, now });
    await changeAccountRow(tx, account, { state: 'closed', password: null, totp: null, identity: null });
    await endSessions(tx, account);
    await revokeTokens(tx, { account }, now);
    return { account, ended: posts.map(({ post }) => post) };
  },
  audit: ({ account, ended }, _, { login }) => ({ about: account, detail: { login, ended } }),
});
