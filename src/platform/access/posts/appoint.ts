/** The rules under which a post is given, whoever gives it and on which way. */
import type { Static } from 'typebox';
import type { Tx } from '../../action/transact.ts';
import type { Role } from '../contract.ts';
import type { PostGiven } from '../inputs.ts';
import { AccessProblem } from '../problems.ts';
import { checkSeparation } from '../roles.ts';
import { addPost, findUnit, type PostRow, securityAdmins, standingPosts } from './posts.store.ts';

interface Appointment {
  readonly account: string;
  readonly tenant: number;
  readonly given: Static<typeof PostGiven>;
  readonly today: string;
  readonly now: Date;
}

/** The account's row is held by the caller. Gives the post's id. */
export async function appoint(tx: Tx, { account, tenant, given, today, now }: Appointment): Promise<string> {
  const { unit, dept = '', role, begins = today, ends = null } = given;
  checkDay(begins, today);
  if (ends !== null) checkDay(ends, today);
  if ((await findUnit(tx, tenant, unit)) === undefined) throw AccessProblem.unitUnknown({ unit });
  const held = await standingPosts(tx, account, begins);
  checkSeparation(
    role,
    held.map((post) => post.role as Role),
  );
  return addPost(tx, { account, tenant, unit, dept, role, begins, ends }, now);
}

/** What has been cannot be changed: who held a post on a day is part of the record. Throws `access.postInPast`. */
export function checkDay(day: string, today: string): void {
  if (day < today) throw AccessProblem.postInPast({ day, today });
}

/** Throws `access.lastSecurityAdmin` when nobody would be left to give posts. */
export async function checkSecurityAdminStays(
  tx: Tx,
  tenant: number,
  leaving: readonly PostRow[],
  today: string,
): Promise<void> {
  const gone = new Set(leaving.map(({ post }) => post));
  if (!leaving.some((post) => post.role === 'securityAdmin' && post.tenant === tenant)) return;
  const standing = await securityAdmins(tx, tenant, today);
  if (standing.every(({ post }) => gone.has(post))) throw AccessProblem.lastSecurityAdmin({});
}
