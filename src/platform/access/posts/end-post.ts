/** A post that ends: today at once, with the sessions it opened, or on a later day. */
import Type from 'typebox';
import { action } from '../../action/action.ts';
import { civilDay } from '../civil-day.ts';
import { Day, Id } from '../inputs.ts';
import { mayKeepAccounts } from '../policy.ts';
import { AccessProblem } from '../problems.ts';
import { checkDay, checkSecurityAdminStays } from './appoint.ts';
import { endPostRow, findStandingPost, holdPosts } from './posts.store.ts';

export const endPost = action({
  name: 'access.post.end',
  /** `ends` is the first day on which the post no longer holds; absent: today. */
  input: Type.Object({ post: Id, ends: Type.Optional(Day) }, { additionalProperties: false }),
  async load(tx, { post }, { who, now }) {
    await holdPosts(tx, who.tenant);
    const found = await findStandingPost(tx, who.tenant, post, civilDay(now));
    if (found === undefined) throw AccessProblem.postUnknown({});
    return found;
  },
  may: mayKeepAccounts,
  async run(tx, { ends }, post, { who, now }) {
    const today = civilDay(now);
    checkDay(ends ?? today, today);
    await checkSecurityAdminStays(tx, who.tenant, [post], today);
    await endPostRow(tx, post, { day: ends ?? today, today, now });
    return { post: post.post, ends: ends ?? today };
  },
  audit: ({ ends }, _, { account, post, unit, dept, role }) => ({
    about: account,
    detail: { post, unit, dept, role, ends },
  }),
});
