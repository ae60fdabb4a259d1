/** 移交: posts end at one account and begin at another on the same day, all or none. */
import Type from 'typebox';
import { action } from '../../action/action.ts';
import { loadActiveAccount } from '../accounts/load-account.ts';
import { civilDay } from '../civil-day.ts';
import type { Role } from '../contract.ts';
import { Day, Id } from '../inputs.ts';
import { mayKeepAccounts } from '../policy.ts';
import { AccessProblem } from '../problems.ts';
import { appoint, checkDay } from './appoint.ts';
import { endPostRow, holdPosts, standingPosts } from './posts.store.ts';

const POSTS_MOST = 100;

export const handOverPosts = action({
  name: 'access.post.handOver',
  input: Type.Object(
    {
      from: Id,
      to: Id,
      /** Absent: every post of `from` in this tenant. */
      posts: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: POSTS_MOST, uniqueItems: true })),
      /** The day on which `to` takes over; absent: today. */
      day: Type.Optional(Day),
    },
    { additionalProperties: false },
  ),
  async load(tx, { from, to, posts: named }, { who, now }) {
    if (from === to) throw AccessProblem.handOverToSelf({});
    await holdPosts(tx, who.tenant);
    const standing = await standingPosts(tx, from, civilDay(now));
    const here = standing.filter(({ tenant }) => tenant === who.tenant);
    const posts = named === undefined ? here : here.filter(({ post }) => named.includes(post));
    if (posts.length === 0 || posts.length < (named?.length ?? 0)) throw AccessProblem.postUnknown({});
    return { posts, taker: await loadActiveAccount(tx, to) };
  },
  may: mayKeepAccounts,
  async run(tx, input, { posts, taker }, { who, now }) {
    const today = civilDay(now);
    const day = input.day ?? today;
    checkDay(day, today);
    const moved: { readonly from: string; readonly to: string }[] = [];
    for (const post of posts) {
      const { unit, dept, role, ends } = post;
      await endPostRow(tx, post, { day, today, now });
      const [, begins] = [post.begins, day].sort() as [string, string];
      const given = {
        unit,
        role: role as Role,
        begins,
        ...(dept === '' ? {} : { dept }),
        ...(ends === null ? {} : { ends }),
      };
      const to = await appoint(tx, { account: taker.account, tenant: who.tenant, given, today, now });
      moved.push({ from: post.post, to });
    }
    return { day, moved };
  },
  audit: (handed, { from, to }, { taker }) => ({ about: from, detail: { to, login: taker.login, ...handed } }),
});
