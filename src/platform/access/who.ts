/** An account as it stands today: the posts it holds and what they reach. Asked for every request, so trees are kept. */

import type { Expression } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { transact } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import { prepared } from '../db/prepared.ts';
import { civilDay } from './civil-day.ts';
import type { Post, Who } from './contract.ts';
import { reachOf, treeOfUnits, type UnitTree } from './reach.ts';

export interface Acting extends Pick<Who, 'account' | 'person' | 'tenant' | 'address'> {
  /** Until a one-time password is changed its holder can do nothing else. */
  readonly mustChange: boolean;
}

export async function loadWho(db: Db, acting: Acting, now: Date): Promise<Who> {
  const { account, tenant } = acting;
  const day = civilDay(now);
  const { rows } = await db.executeQuery(standing({ account, tenant, day }));
  return whoStands(db, acting, rows[0], day);
}

export interface Standing {
  /** Of the tenant's units. */
  readonly register: number;
  readonly posts: readonly (Omit<Post, 'role' | 'reach'> & { readonly role: string })[];
}

const standing = prepared(
  (from, { account, tenant, day }: { readonly account: string; readonly tenant: number; readonly day: string }) =>
    from
      .selectFrom('tenant')
      .select(['register', postsOn(from, account, tenant, day).as('posts')])
      .where('tenant.tenant', '=', tenant),
);

/** Posts that hold on the day, as one column beside what else is asked of an account. */
export const postsOn = (
  from: Pick<Db, 'selectFrom'>,
  account: string | Expression<string>,
  tenant: number | Expression<number>,
  day: string,
) =>
  jsonArrayFrom(
    holding(from, day)
      .where('post.account', '=', account)
      .where('post.tenant', '=', tenant)
      .select(['post', 'unit', 'dept', 'role'])
      .orderBy('post'),
  );

export async function whoStands(
  db: Db,
  { mustChange, ...acting }: Acting,
  standing: Standing | undefined,
  day: string,
): Promise<Who> {
  if (standing === undefined || standing.posts.length === 0 || mustChange) return { ...acting, posts: [], reach: [] };
  const tree = await loadTree(db, acting.tenant, day, standing.register);
  const posts = (standing.posts as readonly Omit<Post, 'reach'>[]).map((post) => ({
    ...post,
    reach: reachOf([post], tree),
  }));
  return { ...acting, posts, reach: reachOf(posts, tree) };
}

/** Posts that hold on the day. A post ends at the beginning of the day it names. */
const holding = (from: Pick<Db, 'selectFrom'>, day: string) =>
  from
    .selectFrom('post')
    .where('begins', '<=', day)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]));

/** Tenants in which the account holds a post on the day. */
export const tenantsOn = (db: Db, account: string, day: string) =>
  holding(db, day)
    .innerJoin('tenant', 'tenant.tenant', 'post.tenant')
    .where('post.account', '=', account)
    .select(['tenant.tenant', 'tenant.name'])
    .distinct()
    .orderBy('tenant.tenant')
    .execute();

/** Trees of the last days asked for, per database; each holds until the tenant's register is raised. */
const KEPT = 16;
const keptOf = new WeakMap<Db, Map<string, UnitTree>>();

async function loadTree(db: Db, tenant: number, day: string, register: number): Promise<UnitTree> {
  const key = `${tenant} ${day} ${register}`;
  const kept = keptOf.get(db) ?? new Map<string, UnitTree>();
  keptOf.set(db, kept);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const units = await transact(db, { tenant, reach: [] }, (tx) =>
    tx
      .selectFrom('unit_state')
      .select(['unit', 'parent', 'host'])
      .where('tenant', '=', tenant)
      .where('begins', '<=', day)
      .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]))
      .execute(),
  );
  const tree = treeOfUnits(units);
  kept.set(key, tree);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
  return tree;
}
