import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { testFiles } from '../../test/support/files.ts';
import { API, type Client, HOST, signedIn, stranger, withHeaders, withToken } from '../../test/support/http.ts';
import { problem, problems } from '../kernel/index.ts';
import { addPerson, addPrefecture, auditOf, CITY, NOW, PASSWORD, VAULT, YUNPING } from '../platform/access/fixture.ts';
import { action, query, type Route, route } from '../platform/index.ts';
import { etagOf } from './edition.ts';
import { readPayload } from './events/listen.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import { problemOf } from './problem-answer.ts';
import { ServerProblem } from './problems.ts';
import { openServer } from './server.ts';

const open = testDatabase();
const files = testFiles();
const NoteProblem = problems('note', { stale: problem<{ edition: number }>(3, 412) });
const sentences = {
  zh: [{ 'note.stale': (d: { edition: number }) => `便条已是第${d.edition}版。请重新读取。` }],
  en: [{ 'note.stale': (d: { edition: number }) => `The note is at edition ${d.edition}. Read it again.` }],
};

/** One note, kept by the test: what a stage's routes look like from outside. */
let note = { text: '', edition: 0, revision: 2n ** 60n };
let written = 0;
const Note = Type.Object({
  text: Type.String(),
  edition: Type.Integer(),
  revision: Type.String(),
  units: Type.Optional(Type.Integer()),
});
const writeNote = action({
  name: 'note.write',
  input: Type.Object(
    {
      pad: Type.String({ maxLength: 20 }),
      text: Type.String({ maxLength: 100 }),
      edition: Type.Optional(Type.Integer()),
    },
    { additionalProperties: false },
  ),
  async load() {},
  may: (who) => who.posts.some(({ role }) => role === 'office'),
  async run(_, { text, edition }) {
    if (edition !== undefined && edition !== note.edition) throw NoteProblem.stale({ edition: note.edition });
    if (text === 'fault of 张三') throw new Error('secret 张三');
    written += 1;
    note = { text, edition: note.edition + 1, revision: note.revision + 1n };
    return note;
  },
  audit: (_, { pad }) => ({ about: `pad ${pad}`, detail: {} }),
});
const readNote = query({
  name: 'note.read',
  input: Type.Object(
    { pad: Type.String(), units: Type.Optional(Type.Integer({ minimum: 1 })) },
    { additionalProperties: false },
  ),
  may: (who) => who.posts.length > 0,
  run: async (_, { units }) => ({ ...note, ...(units === undefined ? {} : { units }) }),
});
const exportNote = query({
  name: 'note.export',
  input: Type.Object({ pad: Type.String() }, { additionalProperties: false }),
  may: (who) => who.posts.length > 0,
  run: async () => ({ revision: 12n, at: NOW }),
});
const routes: readonly Route[] = [
  route({
    method: 'PUT',
    path: '/pads/:pad/note',
    action: writeNote,
    summary: { zh: '写便条', en: 'Write the note' },
    answer: Note,
    edition: { of: ({ edition }) => edition, expected: 'edition' },
  }),
  route({
    method: 'GET',
    path: '/pads/:pad/note',
    action: readNote,
    summary: { zh: '读便条', en: 'Read the note' },
    answer: Note,
    edition: { of: ({ edition }) => edition },
  }),
  route({ method: 'GET', path: '/pads/:pad/state', action: exportNote, summary: { zh: '状态', en: 'State' } }),
  route({
    method: 'GET',
    path: '/pads/:pad/file',
    action: exportNote,
    summary: { zh: '导出', en: 'Export' },
    file: () => ({ name: '便条 "1"\r\n.html', type: 'text/html', content: Buffer.from('<b>') }),
  }),
];

const lines: string[] = [];
let server: FastifyInstance;
let city: Client;
let county: Client;
const li = { login: 'li_city', password: PASSWORD };

beforeAll(async () => {
  const { db, pool } = open();
  await addPrefecture(db);
  await addPerson(db, 'li_city', [['office', CITY]]);
  await addPerson(db, 'wang_county', [['reporter', YUNPING]]);
  const log = { level: 'info', stream: { write: (line: string) => void lines.push(line) } } as const;
  const door = { db, pool, files, vault: VAULT, hosts: [HOST], https: true, now: () => NOW };
  server = await openServer({ ...door, routes, sentences, log, metricsToken: 'metrics-of-the-office' });
  city = await signedIn(server, li);
  county = await signedIn(server, { login: 'wang_county', password: PASSWORD });
});
afterAll(() => server.close());

const bare = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { host: HOST, ...headers } });

test('every route but those meant to be open refuses a stranger', async () => {
  const { paths } = (await bare(`${API}/openapi.json`)).json();
  const openTo = new Set([
    'post /api/v1/session',
    'get /healthz',
    'get /readyz',
    'get /metrics',
    'get /api/v1/openapi.json',
  ]);
  for (const [path, operations] of Object.entries<object>(paths)) {
    for (const method of Object.keys(operations)) {
      if (openTo.has(`${method} ${path}`)) continue;
      const url = path.replaceAll(/\{\w+\}/g, 'x');
      const { statusCode, body } = await server.inject({ method: method as 'GET', url, headers: { host: HOST } });
      expect([method, path, statusCode, JSON.parse(body).code]).toEqual([method, path, 401, 'server.signInFirst']);
    }
  }
});

test('a wrong password is refused in the form of RFC 9457 and sets no cookie', async () => {
  const { status, body, headers } = await stranger(server).post('/session', { ...li, password: 'wrong' });
  expect(status).toBe(401);
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(headers['set-cookie']).toBeUndefined();
  expect(body).toMatchObject({
    type: 'urn:luzhi:problem:access.signInRefused',
    title: 'Unauthorized',
    status: 401,
    code: 'access.signInRefused',
    detail: expect.stringMatching(/\p{Script=Han}/u),
    detail_en: expect.stringMatching(/^[\x20-\x7e’]+$/),
  });
});

test('signing in from a page of another site is refused', async () => {
  for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }]) {
    const { body } = await withHeaders(server, headers as Record<string, string>).post('/session', li);
    expect(body.code).toBe('server.foreignOrigin');
  }
  const same = await withHeaders(server, { origin: `https://${HOST}` }).post('/session', li);
  expect(same.status).toBe(201);
});

test('the cookie is out of reach of scripts, of other sites and of the clear', async () => {
  const { headers } = await stranger(server).post('/session', li);
  const cookie = String(headers['set-cookie']);
  expect(cookie).toMatch(/^__Host-luzhi=[\w-]{43};/);
  for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/']) expect(cookie).toContain(attribute);
  expect(cookie).not.toContain('Domain');
});

test('a write by cookie without the code of the sign-in, or with another one, changes nothing', async () => {
  const before = written;
  const cookie = city.headers.cookie ?? '';
  for (const headers of [{ cookie }, { cookie, 'x-csrf-token': county.headers['x-csrf-token'] ?? '' }]) {
    const { status, body } = await withHeaders(server, headers).put('/pads/a/note', { text: 'x' });
    expect([status, body.code]).toEqual([403, 'server.csrfMissing']);
  }
  const foreign = await city.put('/pads/a/note', { text: 'x' }, { origin: 'https://evil.example' });
  expect(foreign.body.code).toBe('server.foreignOrigin');
  expect(written).toBe(before);
});

test('a name the system does not serve under gets nothing, but probes are answered', async () => {
  const foreign = await server.inject({ url: `${API}/openapi.json`, headers: { host: 'evil.example' } });
  expect([foreign.statusCode, foreign.json().code]).toEqual([421, 'server.hostUnknown']);
  const probe = await server.inject({ url: '/healthz', headers: { host: '10.0.0.7' } });
  expect(probe.statusCode).toBe(200);
});

test('a post that does not allow it is refused by the action, and the record says nothing was done', async () => {
  const { status, body } = await county.put('/pads/b/note', { text: 'x' });
  expect([status, body.code]).toEqual([403, 'platform.forbidden']);
  expect(await auditOf(open().db, 'pad b')).toEqual([]);
});

test('fields nobody asked for, and fields that say the path again, are refused', async () => {
  const { status, body } = await city.put('/pads/a/note', { text: 'x', approved: true });
  expect([status, body.code]).toEqual([400, 'platform.inputRefused']);
  expect((await city.put('/pads/a/note', { text: 'x', pad: 'b' })).body.code).toBe('platform.inputRefused');
  expect((await city.get('/pads/a/note?pad=b&units=x')).body.code).toBe('platform.inputRefused');
  expect((await city.get('/pads/a/note?order=drop')).body.code).toBe('platform.inputRefused');
});

test('what is no JSON, poisons a prototype, is too large or of another type is refused with its code', async () => {
  const send = async (payload: string, type: string) => {
    const headers = { host: HOST, ...city.headers, 'content-type': type };
    const { statusCode, body } = await server.inject({ method: 'PUT', url: `${API}/pads/a/note`, headers, payload });
    return [statusCode, JSON.parse(body).code];
  };
  expect(await send('{"text":', 'application/json')).toEqual([400, 'server.bodyUnreadable']);
  expect(await send('{"__proto__":{"x":1},"text":"x"}', 'application/json')).toEqual([400, 'server.bodyUnreadable']);
  expect(await send(JSON.stringify({ text: 'x'.repeat(5_000_000) }), 'application/json')).toEqual([
    413,
    'server.bodyTooLarge',
  ]);
  expect(await send('text=x', 'application/x-www-form-urlencoded')).toEqual([415, 'server.mediaType']);
  expect(await send('{"text":"x"}', 'text/plain')).toEqual([415, 'server.mediaType']);
});

test('a fault of ours is answered without a word of it, and logged without the person in it', async () => {
  const { status, body } = await city.put('/pads/a/note?who=张三', { text: 'fault of 张三' });
  expect([status, body.code]).toEqual([500, 'server.bug']);
  expect(JSON.stringify(body)).not.toContain('secret');
  const logged = lines.map((line) => JSON.parse(line));
  const [request = ''] = body.instance.match(/[0-9a-f-]{36}$/) ?? [];
  expect(logged.find(({ reqId, level }) => reqId === request && level === 50)?.err).toMatchObject({ kind: 'Error' });
  expect(lines.join('')).not.toMatch(/张三|%E5%BC%A0|secret/);
});

test('no request writes a line of its own into the log, nor who asked', async () => {
  lines.length = 0;
  await bare(`${API}/pads/x%0a%7B%22level%22%3A60%7D/note?token=not-for-logs`, {
    'user-agent': 'a\tb',
    'x-request-id': 'mine\\n{}',
  });
  await city.get('/pads/name-of-somebody/note');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['refused', 'answered', 'answered']);
  for (const line of lines) expect(line.trim().split('\n').length).toBe(1);
  expect(lines.join('')).not.toMatch(/not-for-logs|mine|somebody|127\.0\.0\.1|luzhi=|li_city|user-agent/);
});

test('a door that was tried and did not open is in the log, by route, code and number of the account', async () => {
  lines.length = 0;
  await stranger(server).post('/session', { login: 'li_city', password: 'a guess' });
  await county.put('/pads/secret-pad/note', { text: 'x' });
  const refusals = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'refused');
  expect(refusals).toMatchObject([
    { level: 40, method: 'POST', route: '/api/v1/session', status: 401, code: 'access.signInRefused' },
    {
      level: 40,
      route: '/api/v1/pads/:pad/note',
      code: 'platform.forbidden',
      account: expect.stringMatching(/^[\da-f-]{36}$/),
    },
  ]);
  expect(lines.join('')).not.toMatch(/li_city|guess|secret-pad|wang_county/);
});

test('an Idempotency-Key is answered once, and one that is no key is refused', async () => {
  const before = written;
  const key = { 'idempotency-key': 'a-1' };
  const first = await city.put('/pads/once/note', { text: '一' }, key);
  const again = await city.put('/pads/once/note', { text: '一' }, key);
  expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
  expect(first.body.revision).toBe(String(note.revision));
  expect(again.headers.etag).toBe(first.headers.etag);
  expect(written).toBe(before + 1);
  expect((await auditOf(open().db, 'pad once')).map(({ action }) => action)).toEqual(['note.write']);
  expect((await city.put('/pads/once/note', { text: '二' }, key)).body.code).toBe('platform.keyReused');
  const long = await city.put('/pads/once/note', { text: '一' }, { 'idempotency-key': 'k'.repeat(201) });
  expect(long.body.code).toBe('server.keyUnreadable');
});

test('two who write at once: the one with the older edition is told, not overruled', async () => {
  const read = await city.get('/pads/a/note');
  const etag = String(read.headers.etag);
  expect(etag).toBe(etagOf(read.body.edition));
  expect((await city.put('/pads/a/note', { text: '先' }, { 'if-match': etag })).status).toBe(200);
  const late = await city.put('/pads/a/note', { text: '后' }, { 'if-match': etag });
  expect([late.status, late.body.code]).toEqual([412, 'note.stale']);
  const both = await city.put('/pads/a/note', { text: '后', edition: 1 }, { 'if-match': '"2"' });
  expect(both).toMatchObject({ status: 400, body: { code: 'server.editionsDiffer' } });
  expect((await city.put('/pads/a/note', { text: '后' }, { 'if-match': 'W/x' })).body.code).toBe(
    'server.editionUnreadable',
  );
  const now = String((await city.get('/pads/a/note')).headers.etag);
  expect((await city.get('/pads/a/note', { 'if-none-match': now })).status).toBe(304);
});

test('numbers of a query are read as the action asks, whole numbers of the database come as text', async () => {
  expect((await county.get('/pads/a/note?units=7')).body.units).toBe(7);
  expect((await county.get('/pads/a/state')).body).toEqual({ revision: '12', at: NOW.toISOString() });
});

test('a file is for saving, under its own name, and never a page of ours', async () => {
  const { headers, bytes } = await county.get('/pads/a/file');
  expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''%E4%BE%BF%E6%9D%A1%20%221%22%0D%0A.html");
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(bytes.toString()).toBe('<b>');
});

test('answers carry a strict policy and are kept by nobody', async () => {
  const { headers } = await city.get('/session');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  // Parts of the workbench carry styles of their own; a script comes from a file of ours or not at all.
  expect(headers['content-security-policy']).toMatch(/script-src 'self'(;|$)/);
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-powered-by']).toBeUndefined();
});

test('browsers are told to stay with TLS, to guess no types and to tell no other site where they were', async () => {
  const { headers } = await city.get('/session');
  expect(headers).toMatchObject({
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
  });
  expect(headers['content-type']).toMatch(/^application\/json; charset=utf-8$/);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  for (const method of ['TRACE', 'OPTIONS'] as const)
    expect(
      (await server.inject({ method: method as 'OPTIONS', url: '/healthz', headers: { host: HOST } })).statusCode,
    ).toBe(404);
});

test('who am I: person, posts, and the code for writing', async () => {
  const { body } = await city.get('/session');
  expect(body).toMatchObject({
    person: 'li_city',
    tenant: 1,
    posts: [{ role: 'office', unit: CITY, wide: true }],
    mustChange: false,
  });
  expect(body.csrf).toBe(city.headers['x-csrf-token']);
});

test('after signing out the cookie opens nothing', async () => {
  const leaving = await signedIn(server, li);
  const left = await leaving.delete('/session');
  expect([left.status, left.headers['clear-site-data']]).toEqual([204, '"cache", "storage"']);
  expect((await leaving.get('/session')).body.code).toBe('server.signInFirst');
});

test('an address is that of the connection, whatever a header says of it', async () => {
  const { body } = await withHeaders(server, { 'x-forwarded-for': '6.6.6.6' }).post('/session', li);
  const rows = await auditOf(open().db, body.account);
  expect(rows.at(-1)).toMatchObject({ action: 'access.signIn', address: '127.0.0.1' });
});

test('a session ended from the list is over at once; nobody ends those of others', async () => {
  const other = await signedIn(server, li);
  const hash = createHash('sha256')
    .update(other.headers.cookie?.split('=')[1] ?? '')
    .digest('hex');
  expect((await county.delete(`/sessions/${hash}`)).body.code).toBe('access.sessionUnknown');
  expect((await other.get('/session')).status).toBe(200);
  expect((await city.get('/sessions')).body.length).toBeGreaterThan(1);
  expect((await city.delete(`/sessions/${hash}`)).status).toBe(200);
  expect((await other.get('/session')).status).toBe(401);
});

test('a token acts within its scopes and needs no code; an unknown one opens nothing', async () => {
  const made = await city.post('/tokens', { name: '定时取数', rights: ['read'], days: 30 });
  expect([made.status, made.body.code]).toEqual([201, undefined]);
  const program = withToken(server, made.body.secret);
  expect((await program.get('/pads/a/note')).status).toBe(200);
  expect((await program.put('/pads/a/note', { text: 'x' })).body.code).toBe('server.scopeMissing');
  expect((await withToken(server, 'luzhi_unknown').get('/pads/a/note')).status).toBe(401);
});

test('a content is filed under its hash by those who hold a post, and by nobody else', async () => {
  const content = Buffer.from('一份佐证材料');
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect((await stranger(server).post('/files', content)).status).toBe(401);
  expect((await county.post('/files', { text: 'x' })).body.code).toBe('server.mediaType');
  const most = await county.post('/files', Buffer.alloc(50_000_001));
  expect([most.status, most.body.data]).toEqual([413, { most: 50_000_000 }]);
  const filed = await county.post('/files', content);
  expect([filed.status, filed.body]).toEqual([201, { sha256, size: content.length }]);
});

test('every route is described once, with what it takes and gives', async () => {
  const description = (await bare(`${API}/openapi.json`)).json();
  expect(description.openapi).toBe('3.1.0');
  expect(description.components.securitySchemes.cookie.name).toBe('__Host-luzhi');
  const operations = Object.values<Record<string, { operationId: string }>>(description.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  for (const { method, path, action } of routes) {
    const told = description.paths[API + path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
    expect(told?.operationId).toBe(action.name);
  }
  const { parameters, requestBody, responses } = description.paths['/api/v1/pads/{pad}/note'].put;
  expect(parameters).toContainEqual(expect.objectContaining({ in: 'path', name: 'pad', required: true }));
  const headers = parameters.filter((one: { in: string }) => one.in === 'header');
  expect(headers.map(({ name }: { name: string }) => name)).toEqual(['x-csrf-token', 'idempotency-key', 'if-match']);
  expect(Object.keys(requestBody.content['application/json'].schema.properties)).toEqual(['text', 'edition']);
  expect(Object.keys(responses)).toEqual(['200', 'default']);
  expect(operations).toContain('access.signIn');
});

test('metrics are for the operator: this machine, or the token, never through a proxy', async () => {
  const far = { host: HOST, 'x-forwarded-for': '10.1.1.1' };
  expect((await bare('/metrics', far)).json().code).toBe('server.operatorOnly');
  expect((await bare('/metrics', { ...far, authorization: 'Bearer wrong' })).statusCode).toBe(403);
  const { body, headers } = await bare('/metrics', { ...far, authorization: 'Bearer metrics-of-the-office' });
  expect(headers['content-type']).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  expect(body.endsWith('# EOF\n')).toBe(true);
  expect(body).toMatch(
    /luzhi_http_requests_total\{method="GET",route="\/api\/v1\/pads\/:pad\/note",status="200"\} \d+/,
  );
  expect(body).not.toContain('pads/a');
});

test('it is ready when the database answers', async () => {
  expect((await bare('/readyz')).json()).toEqual({ status: 'ok' });
});

test('an address that is not there is said to be so', async () => {
  expect((await city.get('/nothing')).body.code).toBe('server.notFound');
  expect((await bare('/%E0%A4%A')).json()).toMatchObject({ status: 400, code: 'server.requestUnreadable' });
});

test('guessing is slowed: an address has only so many sign-ins a minute', async () => {
  const { db, pool } = open();
  const { LIMITS } = await import('./limits.ts');
  const door = {
    db,
    pool,
    files,
    vault: VAULT,
    hosts: [HOST],
    https: true,
    now: () => NOW,
    routes: [],
    sentences: { zh: [], en: [] },
  };
  const strict = await openServer({ ...door, log: { level: 'silent' }, limits: { ...LIMITS, signInsPerMinute: 2 } });
  const codes: string[] = [];
  for (let i = 0; i < 3; i += 1)
    codes.push((await stranger(strict).post('/session', { login: 'nobody', password: 'x' })).body.code);
  await strict.close();
  expect(codes).toEqual(['access.signInRefused', 'access.signInRefused', 'server.tooMany']);
});

test('a message of the database that is none of ours is not understood', () => {
  expect(readPayload('1 duty-2025 17')).toEqual({ tenant: 1, round: 'duty-2025', revision: 17n });
  for (const payload of ['', '1 x', '1 x -1', '1 x 1\n2 y 2', "1 'x 1"]) expect(readPayload(payload)).toBeUndefined();
});

test('each refusal of the door has its sentence in both languages', () => {
  const codes = Object.keys(ServerProblem).map((name) => `server.${name}`);
  expect(Object.keys(zh).sort()).toEqual(codes.sort());
  expect(Object.keys(en)).toEqual(Object.keys(zh));
});

test('a full disk, a database that is away and a text it cannot keep are told apart from faults of ours', () => {
  const codes = [
    Object.assign(new Error('x'), { code: 'ENOSPC', syscall: 'write' }),
    Object.assign(new Error('x'), { code: '53100' }),
    Object.assign(new Error('x'), { code: 'ECONNREFUSED', syscall: 'connect' }),
    Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'connect' }),
    Object.assign(new Error('x'), { code: '57P01' }),
    new Error('Connection terminated unexpectedly'),
    Object.assign(new Error('x'), { code: '22021' }),
    Object.assign(new Error('x'), { code: 'ENOENT', syscall: 'open' }),
    Object.assign(new Error('x'), { code: '23505' }),
    'thrown text',
  ].map((error) => problemOf(error, 1)?.code);
  const [full, away] = ['server.diskFull', 'server.databaseAway'];
  expect(codes).toEqual([full, full, away, away, away, away, 'server.textUnstorable', undefined, undefined, undefined]);
});

test('a character the database cannot keep is refused as such', async () => {
  const { status, body } = await city.put('/pads/a%00b/note', { text: 'x' });
  expect([status, body.code]).toEqual([400, 'server.textUnstorable']);
});
