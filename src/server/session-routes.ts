/** Signing in and out, and who one is.  */
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { Check } from 'typebox/value';
import {
  type Files,
  listSessions,
  PlatformProblem,
  type Route,
  revokeSession,
  route,
  type Session,
  signIn,
  type Who,
} from '../platform/index.ts';
import { SessionShape, SignInAsked } from './contract.ts';
import { clearSession, setSession } from './cookies.ts';
import { describe, JSON_TYPE } from './describe.ts';
import { isForeign } from './hosts.ts';
import type { Limits } from './limits.ts';
import { API, admit, visitorOf } from './mount.ts';
import { ServerProblem } from './problems.ts';
import type { Door } from './visitor.ts';

const answers = { [JSON_TYPE]: SessionShape };
const SESSION = `${API}/session`;

/** Lists and ends; ordinary routes over ordinary actions. */
export const sessionLists: readonly Route[] = [
  route({
    method: 'GET',
    path: '/sessions',
    action: listSessions,
    summary: { zh: '本人的登录', en: "One's own open sessions" },
  }),
  route({
    method: 'DELETE',
    path: '/sessions/:session',
    action: revokeSession,
    summary: { zh: '结束本人的一处登录', en: "End one of one's own sessions" },
  }),
];

export function mountSession(app: FastifyInstance, door: Door, files: Files, limits: Limits): void {
  const { db, vault, now } = door;

  app.post(SESSION, {
    schema: describe({
      name: 'access.signIn',
      summary: { zh: '登录', en: 'Sign in' },
      status: 201,
      open: true,
      body: SignInAsked,
      answers,
    }),
    config: { rateLimit: { max: limits.signInsPerMinute, timeWindow: 60_000 } },
    handler: async (request, reply) => {
      if (isForeign(door.hosts, request.headers)) throw ServerProblem.foreignOrigin({});
      const asked = readSignIn(request.body);
      const agent = request.headers['user-agent'] ?? '';
      const { secret, ...session } = await signIn(db, vault, { ...asked, address: request.ip, agent, now: now() });
      setSession(reply, door, secret, session.expiresAt);
      return reply.code(201).send(sayWho(session.who, session));
    },
  });

  app.get(SESSION, {
    schema: describe({ name: 'access.session.read', summary: { zh: '我是谁', en: 'Who am I' }, answers }),
    onRequest: admit(door, { name: 'access.session.read', writes: false }),
    handler: async (request) => {
      const { who, session } = visitorOf(request);
      return sayWho(who, session);
    },
  });

  app.delete(SESSION, {
    schema: describe({ name: 'access.signOut', summary: { zh: '退出', en: 'Sign out' }, status: 204 }),
    onRequest: admit(door, { name: 'access.signOut', writes: true }),
    handler: async (request, reply) => {
      const { who, session } = visitorOf(request);
      if (session === undefined) throw ServerProblem.signInFirst({});
      await revokeSession.perform({ db, files, who, now: now() }, { session: session.session });
      // What this browser keeps of us goes with the sign-in: on a shared machine the next person finds nothing.
      reply.header('clear-site-data', '"cache", "storage"');
      return clearSession(reply, door).code(204).send();
    },
  });
}

/** Says which field does not fit and never what stood in it. */
function readSignIn(body: unknown): Static<typeof SignInAsked> {
  if (Check(SignInAsked, body)) return body;
  throw PlatformProblem.inputRefused({ places: ['/login', '/password'] });
}

function sayWho(
  { account, person, tenant, posts: held }: Who,
  session: Session | Omit<Session, 'secret'> | undefined,
): object {
  const posts = held.map(({ post, unit, dept, role, reach }) => ({ post, unit, dept, role, wide: reach === '*' }));
  if (session === undefined) return { account, person, tenant, posts };
  const { csrf, mustChange, expiresAt } = session;
  return { account, person, tenant, posts, csrf, mustChange, expiresAt };
}
