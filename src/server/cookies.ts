/** The cookies of a browser: the sign-in, and for a few minutes what a way to the identity provider must bring back. */
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import type { Door } from './visitor.ts';

type Tls = Pick<Door, 'https'>;

/** `__Host-` binds a cookie to this very host and to TLS. */
const named = (name: string, { https }: Tls): string => (https ? `__Host-${name}` : name);
export const sessionCookie = (door: Tls): string => named('luzhi', door);
export const pendingCookie = (door: Tls): string => named('luzhi-oidc', door);

const PENDING_SECONDS = 600;
const base = ({ https }: Tls) => ({ path: '/', httpOnly: true, secure: https }) satisfies CookieSerializeOptions;

export const setSession = (reply: FastifyReply, door: Tls, secret: string, expires: Date): FastifyReply =>
  reply.setCookie(sessionCookie(door), secret, { ...base(door), sameSite: 'strict', expires });

export const clearSession = (reply: FastifyReply, door: Tls): FastifyReply =>
  reply.clearCookie(sessionCookie(door), { ...base(door), sameSite: 'strict' });

/** Lax: the browser comes back from another site, by a link it follows. */
export const setPending = (reply: FastifyReply, door: Tls, pending: string): FastifyReply =>
  reply.setCookie(pendingCookie(door), pending, { ...base(door), sameSite: 'lax', maxAge: PENDING_SECONDS });

export const clearPending = (reply: FastifyReply, door: Tls): FastifyReply =>
  reply.clearCookie(pendingCookie(door), { ...base(door), sameSite: 'lax' });
