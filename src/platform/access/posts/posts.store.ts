/** Posts as rows: given for a time, ended on a day, never removed. */
import type { Selectable } from 'kysely';
import type { Tx } from '../../action/transact.ts';
import type { Tables } from '../../db/tables.ts';
import { newId } from '../../id.ts';
import { endSessions } from '../session.ts';
import { revokeTokens } from '../tokens.ts';

export type PostRow = Selectable<Tables['post']>;
export type NewPost = Pick<PostRow, 'account' | 'tenant' | 'unit' | 'dept' | 'role' | 'begins' | 'ends'>;

/**
 * Changes of a tenant's posts come one after the other: of two security administrators who end each other at the same
 * moment, the second sees what the first did. Called before anything else is locked, so nobody waits in a ring.
 */
export async function holdPosts(tx: Tx, tenant: number): Promise<void> {
  await tx.selectFrom('tenant').select('tenant').where('tenant', '=', tenant).forNoKeyUpdate().execute();
}

/** Posts of the account that hold on the day or begin later, in every tenant. */
export const standingPosts = (tx: Tx, account: string, day: string): Promise<PostRow[]> =>
  tx
    .selectFrom('post')
    .selectAll()
    .where('account', '=', account)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]))
    .orderBy('post')
    .execute();

export async function addPost(tx: Tx, post: NewPost, now: Date): Promise<string> {
  const id = newId();
  await tx
    .insertInto('post')
    .values({ ...post, post: id, created_at: now })
    .execute();
  return id;
}

/** A post that had not begun ends on the day it would have begun: it never held. Sessions and tokens end where it ends at once. */
export async function endPostRow(
  tx: Tx,
  post: PostRow,
  { day, today, now }: { readonly day: string; readonly today: string; readonly now: Date },
): Promise<void> {
  const ends = day < post.begins ? post.begins : day;
  await tx.updateTable('post').set({ ends }).where('post', '=', post.post).execute();
  if (ends > today) return;
  await endSessions(tx, post.account, post.tenant);
  await revokeTokens(tx, { account: post.account, tenant: post.tenant }, now);
}

export const findUnit = (tx: Tx, tenant: number, unit: number) =>
  tx.selectFrom('unit').select('unit').where('tenant', '=', tenant).where('unit', '=', unit).executeTakeFirst();

/** Security administrators of the tenant whose posts hold on the day, without end, and can be used. */
export const securityAdmins = (tx: Tx, tenant: number, day: string) =>
  tx
    .selectFrom('post')
    .innerJoin('account', 'account.account', 'post.account')
    .select(['post.post', 'post.account'])
    .where('post.tenant', '=', tenant)
    .where('post.role', '=', 'securityAdmin')
    .where('post.begins', '<=', day)
    .where('post.ends', 'is', null)
    .where('account.state', '=', 'active')
    .execute();

export const findStandingPost = (tx: Tx, tenant: number, post: string, day: string): Promise<PostRow | undefined> =>
  tx
    .selectFrom('post')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('post', '=', post)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]))
    .executeTakeFirst();

/** Whether the tenant has, or ever had, somebody who gives posts. */
export async function hasAdministrators(tx: Tx, tenant: number): Promise<boolean> {
  const post = await tx
    .selectFrom('post')
    .select('post')
    .where('tenant', '=', tenant)
    .where('role', '=', 'securityAdmin')
    .limit(1)
    .executeTakeFirst();
  return post !== undefined;
}
