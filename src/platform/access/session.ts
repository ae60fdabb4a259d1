/**
 * Sessions: a random secret in a cookie, its SHA-256 in the table. A session names one tenant and, at a shared
 * account, one person. What its holder may do is computed from the posts of the day at every request, so a post that
 * ended, an account that was closed and a session that was revoked count at once.
 */
import type { Selectable } from 'kysely';
import type { Tx } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import { prepared } from '../db/prepared.ts';
import type { Tables } from '../db/tables.ts';
import { civilDay } from './civil-day.ts';
import type { Who } from './contract.ts';
import { hashSecret, newSecret } from './secret.ts';
import { tellEnded } from './tell-ended.ts';
import { postsOn, whoStands } from './who.ts';

export const IDLE_LIMIT = 2 * 60 * 60_000;
export const SESSION_LIMIT = 12 * 60 * 60_000;
/** Seen is written at most so often: reading would otherwise write at every request. */
const TOUCH_EVERY = 60_000;
const AGENT_MOST = 200;

export type SessionRow = Selectable<Tables['session']>;

export interface Session {
  readonly who: Who;
  /** SHA-256 of the secret: names the session in lists and opens nothing. */
  readonly session: string;
  /** To be sent back in a header with every write. */
  readonly csrf: string;
  readonly mustChange: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface NewSession {
  readonly account: string;
  readonly tenant: number;
  readonly person: string | null;
  readonly address: string;
  readonly agent: string;
}

/** Every sign-in makes a new secret, so none that was planted before is ever taken over. */
export async function addSession(
  tx: Tx,
  { agent, ...opening }: NewSession,
  now: Date,
): Promise<{ readonly secret: string; readonly row: SessionRow }> {
  const secret = newSecret();
  const row: SessionRow = {
    ...opening,
    session: hashSecret(secret),
    csrf: newSecret(),
    created_at: now,
    seen_at: now,
    expires_at: new Date(now.getTime() + SESSION_LIMIT),
    agent: agent.slice(0, AGENT_MOST),
  };
  await tx.deleteFrom('session').where('account', '=', opening.account).where('expires_at', '<=', now).execute();
  await tx.insertInto('session').values(row).execute();
  return { secret, row };
}

interface Coming {
  /** Of this request. */
  readonly address?: string;
  /** A page that asks by itself keeps no sign-in alive. */
  readonly isUnattended?: boolean;
}

/** Undefined for a secret that opens nothing (any more). */
export async function findSession(
  db: Db,
  secret: string,
  now: Date,
  { address, isUnattended = false }: Coming = {},
): Promise<Session | undefined> {
  const day = civilDay(now);
  const idle = new Date(now.getTime() - IDLE_LIMIT);
  const { rows } = await db.executeQuery(holder({ session: hashSecret(secret), now, idle, day }));
  const [row] = rows;
  if (row === undefined || row.left_at !== null) return undefined;
  if (!isUnattended) await touch(db, row, now);
  const { account, tenant, session, csrf, must_change: mustChange, created_at, expires_at } = row;
  const person = row.person_name ?? row.name;
  const who = await whoStands(db, { account, tenant, person, address: address ?? row.address, mustChange }, row, day);
  return { who, session, csrf, mustChange, createdAt: created_at, expiresAt: expires_at };
}

/** The session with the account and the person it is of, and the posts they hold: all that a request is let in by. */
const holder = prepared(
  (from, asked: { readonly session: string; readonly now: Date; readonly idle: Date; readonly day: string }) =>
    from
      .selectFrom('session')
      .innerJoin('account', 'account.account', 'session.account')
      .innerJoin('tenant', 'tenant.tenant', 'session.tenant')
      .leftJoin('person', (join) =>
        join.onRef('person.account', '=', 'session.account').onRef('person.person', '=', 'session.person'),
      )
      .selectAll('session')
      .select(['account.name', 'account.must_change', 'person.name as person_name', 'person.left_at', 'register'])
      .select(({ ref }) => postsOn(from, ref('session.account'), ref('session.tenant'), asked.day).as('posts'))
      .where('session.session', '=', asked.session)
      .where('session.expires_at', '>', asked.now)
      .where('session.seen_at', '>', asked.idle)
      .where('account.state', '=', 'active'),
);

async function touch(db: Db, { session, seen_at }: Pick<SessionRow, 'session' | 'seen_at'>, now: Date): Promise<void> {
  const due = new Date(now.getTime() - TOUCH_EVERY);
  if (seen_at > due) return;
  await db
    .updateTable('session')
    .set({ seen_at: now })
    .where('session', '=', session)
    .where('seen_at', '<=', due)
    .execute();
}

/** Ends sessions of an account at once; those of one tenant alone where it is named. */
export async function endSessions(db: Db | Tx, account: string, tenant?: number): Promise<void> {
  const all = db.deleteFrom('session').where('account', '=', account);
  await (tenant === undefined ? all : all.where('tenant', '=', tenant)).execute();
  await tellEnded(db, account);
}

/** Rows of people who never came back; nothing depends on when, or whether, this runs. */
export async function removeExpiredSessions(db: Db, now: Date): Promise<void> {
  const idle = new Date(now.getTime() - IDLE_LIMIT);
  await db
    .deleteFrom('session')
    .where((where) => where.or([where('expires_at', '<=', now), where('seen_at', '<=', idle)]))
    .execute();
}

/** False when it is not a session of the account. */
export async function endSession(db: Db | Tx, account: string, session: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('session', '=', session)
    .where('account', '=', account)
    .executeTakeFirst();
  await tellEnded(db, account);
  return numDeletedRows > 0n;
}

/** Last seen first. */
export const openSessionsOf = (tx: Tx, account: string, now: Date) =>
  tx
    .selectFrom('session')
    .leftJoin('person', (join) =>
      join.onRef('person.account', '=', 'session.account').onRef('person.person', '=', 'session.person'),
    )
    .select(['session', 'tenant', 'name as person', 'created_at as createdAt', 'seen_at as seenAt'])
    .select(['expires_at as expiresAt', 'address', 'agent'])
    .where('session.account', '=', account)
    .where('expires_at', '>', now)
    .where('seen_at', '>', new Date(now.getTime() - IDLE_LIMIT))
    .orderBy('seen_at', 'desc')
    .execute();
