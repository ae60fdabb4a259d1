import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { browse, identityProvider, type Provider } from '../../../../test/support/oidc.ts';
import { addPerson, addPrefecture, auditOf, CITY, minutesLater, NOW } from '../fixture.ts';
import { type Oidc, openOidc } from './oidc.ts';

const REDIRECT = 'http://127.0.0.1:7/api/v1/oidc/back';
const CLIENT = { clientId: 'luzhi', clientSecret: 'a secret the provider and we know', redirect: REDIRECT };
const SUBJECT = 'wang.lan';
const ENTERING = { address: '10.1.2.3', agent: 'test', now: NOW };
const open = testDatabase();
const servers: Server[] = [];

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer((request, response) => answer(request, response));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let provider: Provider;
let issuer: string;
let oidc: Oidc;
beforeAll(async () => {
  await addPrefecture(open().db);
  provider = await identityProvider(CLIENT, SUBJECT);
  issuer = provider.issuer;
  oidc = openOidc({ issuer, ...CLIENT });
});
afterAll(() => {
  provider.close();
  for (const server of servers) server.close();
});

const there = { code: 'access.oidcRefused', status: 401 };

test('an answer without its question, with another question, too late or used before opens nothing', async () => {
  const { db } = open();
  const [mine, other] = [await oidc.start(NOW), await oidc.start(NOW)];
  const url = await browse(mine.url, REDIRECT);
  await expect(oidc.finish(db, { ...ENTERING, url, pending: '' })).rejects.toMatchObject(there);
  await expect(oidc.finish(db, { ...ENTERING, url, pending: other.pending })).rejects.toMatchObject(there);
  const late = minutesLater(11);
  await expect(oidc.finish(db, { ...ENTERING, now: late, url, pending: mine.pending })).rejects.toMatchObject(there);
  const forged = url.replace(/code=[^&]+/, 'code=guessed');
  await expect(oidc.finish(db, { ...ENTERING, url: forged, pending: mine.pending })).rejects.toMatchObject(there);
  const elsewhere = url.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example');
  await expect(oidc.finish(db, { ...ENTERING, url: elsewhere, pending: mine.pending })).rejects.toMatchObject(there);
});

test('an identity nobody registered is told so; a registered one opens a session, once', async () => {
  const { db } = open();
  const first = await oidc.start(NOW);
  await expect(
    oidc.finish(db, { ...ENTERING, url: await browse(first.url, REDIRECT), pending: first.pending }),
  ).rejects.toMatchObject({ code: 'access.identityUnknown', status: 403 });
  const account = await addPerson(db, 'wang_city', [['office', CITY]]);
  await db
    .updateTable('account')
    .set({ identity: `${issuer} ${SUBJECT}`, password: null })
    .where('account', '=', account)
    .execute();
  const { url: going, pending } = await oidc.start(NOW);
  const url = await browse(going, REDIRECT);
  const { who, secret } = await oidc.finish(db, { ...ENTERING, url, pending });
  expect([who.account, who.reach, secret.length]).toEqual([account, '*', 43]);
  expect(await auditOf(db, account)).toEqual([
    { action: 'access.signIn', person: 'wang_city', detail: { means: 'oidc' }, address: '10.1.2.3' },
  ]);
  await expect(oidc.finish(db, { ...ENTERING, url, pending })).rejects.toMatchObject(there);
});

test('an identity with a forged issuer, audience, nonce, age, algorithm or signature opens nothing', async () => {
  const { db } = open();
  const [known, stranger] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  if (known === undefined || stranger === undefined) throw new Error('two keys were made');
  let idToken = '';
  let at = '';
  at = await listen((request, response) => {
    const document = request.url?.includes('openid-configuration')
      ? {
          issuer: at,
          authorization_endpoint: `${at}/auth`,
          token_endpoint: `${at}/token`,
          jwks_uri: `${at}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
          response_types_supported: ['code'],
        }
      : request.url === '/keys'
        ? { keys: [{ ...known.publicKey.export({ format: 'jwk' }), kid: '1', use: 'sig', alg: 'RS256' }] }
        : { access_token: 'x', token_type: 'bearer', id_token: idToken };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
  });
  const liar = openOidc({ issuer: at, ...CLIENT });
  const account = await addPerson(db, 'li_county', [['office', CITY]]);
  await db
    .updateTable('account')
    .set({ identity: `${at} li` })
    .where('account', '=', account)
    .execute();
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const tell = async (claims: object, header: object = {}, key = known.privateKey): Promise<unknown> => {
    const { url, pending } = await liar.start(NOW);
    const asked = new URL(url).searchParams;
    const seconds = Math.floor(Date.now() / 1000);
    const right = { iss: at, aud: 'luzhi', sub: 'li', nonce: asked.get('nonce'), iat: seconds, exp: seconds + 60 };
    const text = `${part({ alg: 'RS256', kid: '1', ...header })}.${part({ ...right, ...claims })}`;
    idToken = `${text}.${'alg' in header ? '' : createSign('sha256').update(text).sign(key, 'base64url')}`;
    const back = `${REDIRECT}?code=c&state=${asked.get('state')}`;
    return liar.finish(db, { ...ENTERING, url: back, pending });
  };
  await expect(tell({ iss: 'https://evil.example' })).rejects.toMatchObject(there);
  await expect(tell({ aud: 'another' })).rejects.toMatchObject(there);
  await expect(tell({ nonce: 'another' })).rejects.toMatchObject(there);
  await expect(tell({ nonce: undefined })).rejects.toMatchObject(there);
  await expect(tell({ exp: 1_700_000_000 })).rejects.toMatchObject(there);
  await expect(tell({}, { alg: 'none' })).rejects.toMatchObject(there);
  await expect(tell({}, {}, stranger.privateKey)).rejects.toMatchObject(there);
  await expect(tell({})).resolves.toMatchObject({ who: { account } });
});

test('a provider that is away is said to be, and asked again once it is there', async () => {
  let here = false;
  let at = '';
  at = await listen((_, response) => {
    if (!here) return void response.writeHead(503).end();
    response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ issuer: at, authorization_endpoint: `${at}/auth`, token_endpoint: `${at}/token` }));
  });
  const late = openOidc({ issuer: at, ...CLIENT });
  await expect(late.start(NOW)).rejects.toMatchObject({ code: 'access.oidcAway', status: 503 });
  here = true;
  expect((await late.start(NOW)).url).toContain(`${at}/auth`);
});
