/** A certified identity provider on this machine, and a browser that goes there and comes back. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Client {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirect: string;
}

export interface Provider {
  readonly issuer: string;
  close(): void;
}

/** Takes everybody for `subject` without asking. */
export async function identityProvider(
  { clientId, clientSecret, redirect }: Client,
  subject: string,
): Promise<Provider> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {};
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // The package has no types of its own.
  const { default: Provider } = await import('oidc-provider' as string);
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirect] }],
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['only for tests'] },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/enter/${uid}` },
    async loadExistingGrant({ oidc }: { oidc: { client: { clientId: string }; session: { accountId: string } } }) {
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  handle = (request, response) =>
    request.url?.startsWith('/enter/')
      ? provider.interactionFinished(request, response, { login: { accountId: subject } })
      : callback(request, response);
  return { issuer, close: () => void server.close() };
}

/** Follows redirects as a browser does, cookies and all, up to our own address. */
export async function browse(from: string, redirect: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = from;
  while (!url.startsWith(redirect)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`no way on from ${url}: ${await answer.text()}`);
    url = new URL(next, url).href;
  }
  return url;
}
