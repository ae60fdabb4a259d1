/** To the identity provider and back. Where people go next is ours alone to say: no address is taken from the request. */
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { AccessProblem, type Oidc } from '../platform/index.ts';
import { clearPending, pendingCookie, setPending, setSession } from './cookies.ts';
import { describe } from './describe.ts';
import type { Limits } from './limits.ts';
import { API } from './mount.ts';
import type { Door } from './visitor.ts';

/**
 * The cookie of the sign-in is not sent along a way that began at another site; this page begins a new one at ours.
 */
const HOME = '<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><a href="/">履职</a>\n';
const answers = { 'text/html': Type.String() };

export function mountOidc(app: FastifyInstance, door: Door, oidc: Oidc, { signInsPerMinute }: Limits): void {
  const config = { rateLimit: { max: signInsPerMinute, timeWindow: 60_000 } };
  app.get(`${API}/oidc`, {
    schema: describe({
      name: 'access.oidc.start',
      summary: { zh: '用统一身份登录', en: 'Sign in by the identity provider' },
      status: 302,
      open: true,
      answers,
    }),
    config,
    handler: async (_, reply) => {
      const { url, pending } = await oidc.start(door.now());
      return setPending(reply, door, pending).redirect(url);
    },
  });

  app.get(`${API}/oidc/back`, {
    schema: describe({
      name: 'access.oidc.finish',
      summary: { zh: '统一身份登录返回', en: 'Coming back from the identity provider' },
      open: true,
      answers,
    }),
    config,
    handler: async (request, reply) => {
      const pending = request.cookies[pendingCookie(door)];
      if (pending === undefined) throw AccessProblem.oidcRefused({});
      clearPending(reply, door);
      const entering = { address: request.ip, agent: request.headers['user-agent'] ?? '', now: door.now() };
      const { secret, expiresAt } = await oidc.finish(door.db, { ...entering, url: request.url, pending });
      return setSession(reply, door, secret, expiresAt).type('text/html; charset=utf-8').serializer(String).send(HOME);
    },
  });
}
