/** An account as it stands today: the posts it holds and what they reach. Asked for every request, so trees are kept. */

import { transact } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import { civilDay } from './civil-day.ts';
import type { Role, Who } from './contract.ts';
import { reachOf, treeOfUnits, type UnitTree } from './reach.ts';

export interface Acting extends Pick<Who, 'account' | 'person' | 'tenant' | 'address'> {
  /** Until a one-time password is changed its holder can do nothing else. */
  readonly mustChange: boolean;
}

export async function loadWho(db: Db, { mustChange, ...acting }: Acting, now: Date): Promise<Who> {
  const day = civilDay(now);
  const { account, tenant } = acting;
  const rows = await holding(db, day)
    .where('tenant.tenant', '=', tenant)
    .where('post.account', '=', account)
    .select(['post', 'unit', 'dept', 'role', 'tenant.register'])
    .orderBy('post')
    .execute();
  const [first] = rows;
  if (first === undefined || mustChange) return { ...acting, posts: [], reach: [] };
  const posts = rows.map(({ register: _, role, ...row }) => ({ ...row, role: role as Role }));
  return { ...acting, posts, reach: reachOf(posts, await loadTree(db, tenant, day, first.register)) };
}

/** Posts that hold on the day, with their tenants. A post ends at the beginning of the day it names. */
const holding = (db: Db, day: string) =>
  db
    .selectFrom('post')
    .innerJoin('tenant', 'tenant.tenant', 'post.tenant')
    .where('begins', '<=', day)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]));

/** Tenants in which the account holds a post on the day. */
export const tenantsOn = (db: Db, account: string, day: string) =>
  holding(db, day)
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
