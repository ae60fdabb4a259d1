import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { NO_FILES } from '../../test/support/files.ts';
import { HOST, stranger, withHeaders } from '../../test/support/http.ts';
import { addPerson, addPrefecture, CITY, NOW, PASSWORD, VAULT } from '../platform/access/fixture.ts';
import { AccessProblem, type Oidc, signIn } from '../platform/index.ts';
import { openServer } from './index.ts';

const open = testDatabase();
const PROVIDER = 'https://id.example.cn/authorize?state=s';
/** The provider's part, told apart in the tests of the platform; here it takes one code for li_city. */
const oidc: Oidc = {
  start: async () => ({ url: PROVIDER, pending: 'p.1' }),
  async finish(db, { url, pending, ...entering }) {
    if (pending !== 'p.1' || !url.includes('code=right')) throw AccessProblem.oidcRefused({});
    return signIn(db, VAULT, { ...entering, login: 'li_city', password: PASSWORD });
  },
};

let server: FastifyInstance;
beforeAll(async () => {
  const { db, pool } = open();
  await addPrefecture(db);
  await addPerson(db, 'li_city', [['office', CITY]]);
  const files = NO_FILES;
  const door = { db, pool, files, oidc, vault: VAULT, hosts: [HOST], https: true, now: () => NOW };
  server = await openServer({ ...door, routes: [], sentences: { zh: [], en: [] }, log: { level: 'silent' } });
});
afterAll(() => server.close());

const cookiesOf = (header: unknown): string[] => [header].flat().map(String);

test('who comes back without having gone, or with a wrong answer, is not let in', async () => {
  expect((await stranger(server).get('/oidc/back?code=right')).body.code).toBe('access.oidcRefused');
  const wrong = await withHeaders(server, { cookie: '__Host-luzhi-oidc=p.1' }).get('/oidc/back?code=wrong');
  expect([wrong.status, wrong.body.code]).toEqual([401, 'access.oidcRefused']);
  expect(cookiesOf(wrong.headers['set-cookie']).join()).not.toContain('__Host-luzhi=');
});

test('the way to the provider goes where the provider is, whatever the request says', async () => {
  const { status, headers } = await stranger(server).get('/oidc?next=https://evil.example&redirect_uri=x');
  expect([status, headers.location]).toEqual([302, PROVIDER]);
  expect(cookiesOf(headers['set-cookie'])[0]).toMatch(/^__Host-luzhi-oidc=p.1; .*HttpOnly; Secure; SameSite=Lax/);
});

test('who comes back with the right answer is signed in and stands at our own first page', async () => {
  const back = await withHeaders(server, { cookie: '__Host-luzhi-oidc=p.1' }).get('/oidc/back?code=right&next=//evil');
  expect(back.status).toBe(200);
  expect(back.body).toContain('content="0;url=/"');
  const cookies = cookiesOf(back.headers['set-cookie']);
  expect(cookies.find((cookie) => cookie.startsWith('__Host-luzhi-oidc='))).toMatch(/^__Host-luzhi-oidc=;/);
  const session = cookies.find((cookie) => cookie.startsWith('__Host-luzhi='))?.split(';')[0] ?? '';
  expect((await withHeaders(server, { cookie: session }).get('/session')).body.person).toBe('li_city');
});
