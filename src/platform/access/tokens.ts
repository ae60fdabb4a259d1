/**
 * Tokens for programs: they act as their account with its posts of the day, within their scopes, until they expire
 * or are revoked. The table holds their SHA-256.
 */

import type { Action } from '../action/action.ts';
import type { Tx } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import type { Who } from './contract.ts';
import { hashSecret, newSecret } from './secret.ts';
import { tellEnded } from './tell-ended.ts';
import { loadWho } from './who.ts';

/** So that a token left in a script is recognised as one. */
const PREFIX = 'luzhi_';
export const TOKEN_DAYS_MOST = 366;
const DAY = 24 * 60 * 60_000;

export interface FoundToken {
  readonly who: Who;
  readonly token: string;
  /** `read`, `write`, and names of stages. */
  readonly scopes: readonly string[];
}

/** Undefined for a secret that opens nothing (any more). */
export async function findToken(db: Db, secret: string, now: Date, address: string): Promise<FoundToken | undefined> {
  const row = await db
    .selectFrom('token')
    .innerJoin('account', 'account.account', 'token.account')
    .leftJoin('person', (join) =>
      join.onRef('person.account', '=', 'token.account').onRef('person.person', '=', 'token.person'),
    )
    .select(['token.token', 'token.account', 'token.tenant', 'token.scopes', 'account.name', 'account.must_change'])
    .select('person.name as person')
    .where('token.token', '=', hashSecret(secret))
    .where('token.revoked_at', 'is', null)
    .where('token.expires_at', '>', now)
    .where('account.state', '=', 'active')
    .where('person.left_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { token, account, tenant, scopes, name, must_change: mustChange } = row;
  const person = row.person ?? name;
  return { who: await loadWho(db, { account, tenant, person, address, mustChange }, now), token, scopes };
}

/**
 * Whether the scopes cover an action: reading or writing, and its stage where stages are named. Accounts and posts
 * are never meant unless `access` is named: a program that files figures must not make itself users.
 */
export function scopesAllow(scopes: readonly string[], { name, writes }: Pick<Action, 'name' | 'writes'>): boolean {
  const [stage = ''] = name.split('.');
  const stages = scopes.filter((scope) => scope !== 'read' && scope !== 'write');
  const meant = stages.length === 0 ? stage !== 'access' : stages.includes(stage);
  return meant && scopes.includes(writes ? 'write' : 'read');
}

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

export async function addTokenRow(
  tx: Tx,
  { account, tenant, person: called }: Who,
  { name, scopes, days }: NewToken,
  now: Date,
) {
  const secret = PREFIX + newSecret();
  const token = hashSecret(secret);
  const expiresAt = new Date(now.getTime() + days * DAY);
  // Names of those present at a shared account are told apart when they are added.
  const made = await tx
    .selectFrom('person')
    .select('person')
    .where((where) => where.and({ account, name: called }))
    .where('left_at', 'is', null)
    .executeTakeFirst();
  const row = { token, account, tenant, name, scopes: [...scopes], created_at: now, expires_at: expiresAt };
  await tx
    .insertInto('token')
    .values({ ...row, person: made?.person ?? null })
    .execute();
  return { secret, token, expiresAt };
}

type Holder = Pick<Who, 'account' | 'tenant'>;

export const tokensOf = (tx: Tx, who: Holder, now: Date) =>
  tx
    .selectFrom('token')
    .select(['token', 'name', 'scopes', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('account', '=', who.account)
    .where('tenant', '=', who.tenant)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .execute();

/** False when it is no standing token of the account. */
export async function revokeTokenRow(tx: Tx, who: Who, token: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('token')
    .set({ revoked_at: now })
    .where('account', '=', who.account)
    .where('tenant', '=', who.tenant)
    .where('token', '=', token)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  await tellEnded(tx, who.account);
  return numUpdatedRows > 0n;
}

/** How many stood. Of one person of a shared account also those made before it was known whose they are. */
export async function revokeTokens(
  tx: Tx,
  { account, tenant, person }: { readonly account: string; readonly tenant?: number; readonly person?: string },
  now: Date,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('token')
    .set({ revoked_at: now })
    .where('account', '=', account)
    .where('revoked_at', 'is', null)
    .$if(tenant !== undefined, (of) => of.where('tenant', '=', tenant ?? 0))
    .$if(person !== undefined, (of) =>
      of.where((where) => where.or([where('person', '=', person ?? ''), where('person', 'is', null)])),
    )
    .executeTakeFirst();
  await tellEnded(tx, account);
  return Number(numUpdatedRows);
}
