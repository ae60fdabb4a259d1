/**
 * Who comes: by the cookie of a sign-in, or as a program with a token. Asked before a body is read, so that strangers
 * cannot make the server hold their bytes. A write by cookie carries the sign-in's own code in a header, which pages of
 * other sites cannot know; a token is carried on purpose and needs none.
 */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import {
  type Action,
  type Aside,
  type Db,
  findSession,
  findToken,
  type Queue,
  type Session,
  scopesAllow,
  type Vault,
  type Who,
} from '../platform/index.ts';
import { sessionCookie } from './cookies.ts';
import { isForeign } from './hosts.ts';
import { ServerProblem } from './problems.ts';

export const CSRF_HEADER = 'x-csrf-token';

export interface Door {
  readonly db: Db;
  /** What the secrets of one-time codes are locked in. */
  readonly vault: Vault;
  /** Names (`jiaodu.example.cn`, `127.0.0.1:8080`) under which people reach the system. */
  readonly hosts: readonly string[];
  /** False only on a network without TLS: the cookie then travels in the clear. */
  readonly https: boolean;
  /** Where long work is done; without it, where the answers are. */
  readonly aside?: Aside | undefined;
  /** Where what must not be lost is asked of; without it, it is done as all else. */
  readonly queue?: Queue | undefined;
  now(): Date;
}

export interface Visitor {
  readonly who: Who;
  /** Of those who came by cookie. */
  readonly session?: Session;
  /** Who it is by now; undefined when they may no longer come in. */
  again(): Promise<Who | undefined>;
}

export interface AskedOf extends Pick<Action, 'name' | 'writes'> {
  /** Pages ask it by themselves: it keeps no sign-in alive. */
  readonly isUnattended?: boolean;
}

/** Throws `server.signInFirst`, `foreignOrigin`, `csrfMissing`, `scopeMissing`. */
export async function knowVisitor(door: Door, request: FastifyRequest, asked: AskedOf): Promise<Visitor> {
  const token = /^Bearer ([\w-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return token === undefined ? bySession(door, request, asked) : byToken(door, request, token, asked);
}

async function byToken(
  { db, now }: Door,
  { ip }: FastifyRequest,
  secret: string,
  asked: Pick<Action, 'name' | 'writes'>,
): Promise<Visitor> {
  const find = () => findToken(db, secret, now(), ip);
  const found = await find();
  if (found === undefined) throw ServerProblem.signInFirst({});
  if (!scopesAllow(found.scopes, asked)) throw ServerProblem.scopeMissing({ action: asked.name });
  return { who: found.who, again: async () => (await find())?.who };
}

async function bySession(
  door: Door,
  request: FastifyRequest,
  { writes, isUnattended = false }: AskedOf,
): Promise<Visitor> {
  const secret = request.cookies[sessionCookie(door)];
  const find = async (isUnattended: boolean) =>
    secret ? findSession(door.db, secret, door.now(), { address: request.ip, isUnattended }) : undefined;
  const session = await find(isUnattended);
  if (session === undefined) throw ServerProblem.signInFirst({});
  if (request.method !== 'GET') refuseForgery(door, request, session, writes);
  return { who: session.who, session, again: async () => (await find(true))?.who };
}

function refuseForgery(door: Door, { headers }: FastifyRequest, { csrf }: Session, writes: boolean): void {
  if (isForeign(door.hosts, headers)) throw ServerProblem.foreignOrigin({});
  const told = headers[CSRF_HEADER];
  if (writes && !(typeof told === 'string' && isSame(told, csrf))) throw ServerProblem.csrfMissing({});
}

/** In a time that does not tell how much of it was right. */
export function isSame(told: string, secret: string): boolean {
  const [a, b] = [Buffer.from(told), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
