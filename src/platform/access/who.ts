/** An account as it stands today: the posts it holds and what they reach. Asked for every request, so trees are kept. */

import { transact } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import { civilDay } from './civil-day.ts';
import type { Post, Role, Who } from './contract.ts';
import { reachOf, treeOfUnits, type UnitTree } from './reach.ts';

export interface Acting extends Pick<Who, 'account' | 'person' | 'tenant' | 'address'> {
  /** Until a one-time password is changed its holder can do nothing else. */
  readonly mustChange: boolean;
}

export async function loadWho(db: Db, { mustChange, ...acting }: Acting, now: Date): Promise<Who> {
  const day = civilDay(now);
  const posts = mustChange ? [] : await postsOn(db, acting.account, acting.tenant, day);
  const reach = posts.length === 0 ? [] : reachOf(posts, await loadTree(db, acting.tenant, day));
  return { ...acting, posts, reach };
}

/** A post ends at the beginning of the day it names. */
const postsOf = (db: Db, account: string, day: string) =>
  db
    .selectFrom('post')
    .where('account', '=', account)
    .where('begins', '<=', day)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]));

async function postsOn(db: Db, account: string, tenant: number, day: string): Promise<readonly Post[]> {
  const rows = await postsOf(db, account, day)
    .where('tenant', '=', tenant)
    .select(['post', 'unit', 'dept', 'role'])
    .orderBy('post')
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** Tenants in which the account holds a post on the day. */
export const tenantsOn = (db: Db, account: string, day: string) =>
  postsOf(db, account, day)
    .innerJoin('tenant', 'tenant.tenant', 'post.tenant')
    .select(['tenant.tenant', 'tenant.name'])
    .distinct()
    .orderBy('tenant.tenant')
    .execute();

/** Trees of the last days asked for, per database; each holds until the tenant's register is raised. */
const KEPT = 16;
const keptOf = new WeakMap<Db, Map<string, UnitTree>>();

async function loadTree(db: Db, tenant: number, day: string): Promise<UnitTree> {
  const { register } = await db
    .selectFrom('tenant')
    .select('register')
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow();
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
