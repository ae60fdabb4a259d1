/**
 * Signing in by an identity provider (OpenID Connect): authorization code with PKCE. The library checks issuer,
 * audience, signature, algorithm, times, state and nonce; here stands what is remembered between going and coming back,
 * and which account the confirmed identity is. Identities are registered by the security administrator, never made up.
 */
import * as client from 'openid-client';
import type { Db } from '../../db/connect.ts';
import { type Entering, onRecord, openSession, type SignedIn } from '../open-session.ts';
import { AccessProblem } from '../problems.ts';
import { type Pending, parsePending, printPending } from './pending.ts';

export interface OidcSettings {
  /** As the provider publishes it. Plain http is taken from this machine alone. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Our address the provider sends people back to. */
  readonly redirect: string;
}

export interface Oidc {
  /** Where to send the browser, and what to keep for it until it comes back (an HttpOnly cookie of a few minutes). */
  start(now: Date): Promise<{ readonly url: string; readonly pending: string }>;
  /** `url` is the whole address the browser came back with. Throws `access.oidcRefused`, `access.identityUnknown`. */
  finish(db: Db, back: ComingBack): Promise<SignedIn>;
}

export interface ComingBack extends Entering {
  readonly url: string;
  readonly pending: string;
}

const THIS_MACHINE: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);
const PROVIDER_SECONDS = 10;

/** Reads the provider's own description; throws what the network or the library throws when there is none. */
async function discoverOidc({ issuer, clientId, clientSecret, redirect }: OidcSettings): Promise<Oidc> {
  const server = new URL(issuer);
  const config = await client.discovery(server, clientId, clientSecret, undefined, {
    timeout: PROVIDER_SECONDS,
    // The signature of the identity is checked too, though it came from the provider itself: a proxy may stand between.
    execute: [
      client.enableNonRepudiationChecks,
      ...(THIS_MACHINE.has(server.hostname) ? [client.allowInsecureRequests] : []),
    ],
  });
  return {
    async start(now) {
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirect,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, pending: printPending({ state, nonce, verifier, at: now.getTime() }) };
    },
    async finish(db, { url, pending, ...entering }) {
      const identity = await confirm(config, url, redirect, parsePending(pending, entering.now));
      const account = await db
        .selectFrom('account')
        .selectAll()
        .where('identity', '=', identity)
        .where('state', '=', 'active')
        .executeTakeFirst();
      if (account === undefined) throw AccessProblem.identityUnknown({});
      return onRecord(db, account, entering, () => openSession(db, account, undefined, 'oidc', entering));
    },
  };
}

/**
 * The provider is asked for its description at the first sign-in, and again after it was away: it may start after us.
 * Both then throw `access.oidcAway`.
 */
export function openOidc(settings: OidcSettings): Oidc {
  let found: Promise<Oidc> | undefined;
  const provider = (): Promise<Oidc> => {
    found ??= discoverOidc(settings).catch((cause: unknown) => {
      found = undefined;
      throw Object.assign(AccessProblem.oidcAway({}), { cause });
    });
    return found;
  };
  return {
    start: async (now) => (await provider()).start(now),
    finish: async (db, back) => (await provider()).finish(db, back),
  };
}

/** `issuer subject`. A subject means something only at its issuer. */
async function confirm(
  config: client.Configuration,
  url: string,
  redirect: string,
  pending: Pending | undefined,
): Promise<string> {
  if (pending === undefined) throw AccessProblem.oidcRefused({});
  // Behind a proxy we may be called by another name than the provider knows; only the answer itself is taken.
  const came = new URL(redirect);
  came.search = new URL(url, redirect).search;
  try {
    const tokens = await client.authorizationCodeGrant(config, came, {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    });
    const { iss, sub } = tokens.claims() ?? {};
    if (iss !== undefined && sub !== undefined) return `${iss} ${sub}`;
  } catch (cause) {
    throw Object.assign(AccessProblem.oidcRefused({}), { cause });
  }
  throw AccessProblem.oidcRefused({});
}
