/** A post given to an account, here or kept elsewhere (a verifier of the province). */
import Type from 'typebox';
import { action } from '../../action/action.ts';
import { loadActiveAccount } from '../accounts/load-account.ts';
import { civilDay } from '../civil-day.ts';
import { Id, PostGiven } from '../inputs.ts';
import { mayKeepAccounts } from '../policy.ts';
import { appoint } from './appoint.ts';
import { holdPosts } from './posts.store.ts';

export const givePost = action({
  name: 'access.post.give',
  input: Type.Object({ account: Id, post: PostGiven }, { additionalProperties: false }),
  async load(tx, { account }, { who }) {
    await holdPosts(tx, who.tenant);
    return loadActiveAccount(tx, account);
  },
  may: mayKeepAccounts,
  async run(tx, { post: given }, { account }, { who, now }) {
    const post = await appoint(tx, { account, tenant: who.tenant, given, today: civilDay(now), now });
    return { post };
  },
  audit: ({ post }, { post: given }, { account, login }) => ({ about: account, detail: { login, post, ...given } }),
});
