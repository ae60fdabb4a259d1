/** Signing in and out, and who one is.  */
import type { FastifyInstance } from 'fastify';
import Type, { type Static } from 'typebox';
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
import { clearSession, setSession } from './cookies.ts';
import { describe, JSON_TYPE } from './describe.ts';
import { isForeign } from './hosts.ts';
import type { Limits } from './limits.ts';
import { API, admit, visitorOf } from './mount.ts';
import { ServerProblem } from './problems.ts';
import type { Door } from './visitor.ts';

const Secret = Type.String({ minLength: 1, maxLength: 1_000 });
const SignInAsked = Type.Object(
  {
    login: Type.String({ minLength: 1, maxLength: 200 }),
    password: Secret,
    totp: Type.Optional(Type.String({ maxLength: 20 })),
    person: Type.Optional(Type.String({ maxLength: 200 })),
    pin: Type.Optional(Type.String({ maxLength: 100 })),
    tenant: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
  },
  { additionalProperties: false },
);

const SessionShape = Type.Object({
  account: Type.String(),
  person: Type.String({ description: 'Name of who acts.' }),
  tenant: Type.Integer(),
  posts: Type.Array(
    Type.Object({ post: Type.String(), unit: Type.Integer(), dept: Type.String(), role: Type.String() }),
  ),
  csrf: Type.Optional(Type.String({ description: 'To be sent as X-CSRF-Token with every write by cookie.' })),
  mustChange: Type.Optional(Type.Boolean({ description: 'Until the password is changed nothing else is allowed.' })),
  expiresAt: Type.Optional(Type.String({ format: 'date-time' })),
});
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
  { account, person, tenant, posts }: Who,
  session: Session | Omit<Session, 'secret'> | undefined,
): object {
  if (session === undefined) return { account, person, tenant, posts };
  const { csrf, mustChange, expiresAt } = session;
  return { account, person, tenant, posts, csrf, mustChange, expiresAt };
}
