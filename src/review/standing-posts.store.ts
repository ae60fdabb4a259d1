/** Posts asked for again while the task is held: one that was ended between reading and deciding decides nothing. */
import { civilDay, type Tx, type Who } from '../platform/index.ts';

/** `who` with the posts that hold now, as the transaction sees them. */
export async function standingNow(tx: Tx, who: Who, now: Date): Promise<Who> {
  if (who.posts.length === 0) return who;
  const day = civilDay(now);
  const rows = await tx
    .selectFrom('post')
    .select('post')
    .where((where) => where.and({ tenant: who.tenant, account: who.account }))
    .where('begins', '<=', day)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]))
    .execute();
  const standing = new Set(rows.map(({ post }) => post));
  return { ...who, posts: who.posts.filter(({ post }) => standing.has(post)) };
}
