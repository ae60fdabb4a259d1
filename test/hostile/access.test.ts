/** People who want what is not theirs, at the door: nothing is read, told, changed or guessed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/app/routes.ts';
import { transact, type Who } from '../../src/platform/index.ts';
import { testDatabase } from '../support/database.ts';
import { type Answer, type Client, HOST, withHeaders } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';
import { dropWorkbook, ROUND } from '../support/year.ts';

const open = testDatabase();
let office: Office;
let me: Who;
let wang: Client;
let zhao: Client;
let mine: string;
let theirs: string;

beforeAll(async () => {
  office = await openOffice(open());
  const { year } = office;
  me = await year.person('王芳', 'reporter', '云屏县');
  const other = await year.person('赵伟', 'reporter', '石渡县');
  await dropWorkbook(year, me, '云屏县_2025.xlsx');
  await dropWorkbook(year, other, '石渡县_2025.xlsx');
  [wang, zhao] = [await office.at(me), await office.at(other)];
  [mine, theirs] = [await office.taskOf(wang), await office.taskOf(zhao)];
});
afterAll(() => office.server.close());

const at = (task: string, more = ''): string => `/rounds/${ROUND}/tasks/${task}${more}`;
const answer = { item: 'gpbEduExp', year: 'now', typed: '1', seen: 0 };
const everything = <T>(work: Parameters<typeof transact<T>>[2]) => transact(open().db, { tenant: 1, reach: '*' }, work);
const stateOf = (task: string) =>
  everything((tx) =>
    tx.selectFrom('task').select(['state', 'edition', 'submitted_by']).where('task', '=', task).executeTakeFirst(),
  );

test.each([
  ['another county’s', () => theirs],
  ['one that never was', () => '00000000-0000-7000-8000-000000000000'],
])('a task that is %s is not there, word for word', async (_, task) => {
  const answers: Answer[] = [
    await wang.get(at(task())),
    await wang.get(at(task(), '/workbook')),
    await wang.get(at(task(), '/ledgers')),
    await wang.get(at(task(), '/changes')),
    await wang.get(at(task(), '/decisions')),
    await wang.post(at(task(), '/figures'), { answers: [answer] }),
    await wang.post(at(task(), '/submit'), { edition: 1 }),
  ];
  const before = await stateOf(theirs);
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
    answers.map(() => [404, 'collect.taskMissing']),
  );
  for (const { body } of answers) expect(JSON.stringify({ ...body, data: {} })).not.toMatch(/石渡|gpbEduExp|赵伟/);
  expect(await stateOf(theirs)).toEqual(before);
});

describe('who reads a task and does not write it', () => {
  const writes = async (client: Client, task: string): Promise<readonly Answer[]> => {
    const record = { title: '决算', mode: 'pages', pages: '1', items: ['gpbEduExp'], indicators: [] };
    const ledger = (await zhao.get(at(theirs, '/ledgers'))).body.ledgers[0].code;
    return [
      await client.post(at(task, '/figures'), { answers: [answer] }),
      await client.post(at(task, `/ledgers/${ledger}`), { rows: [{ seen: 0, cells: {} }] }),
      await client.post(at(task, '/evidence'), record),
      await client.post(at(task, `/evidence/${task}/withdraw`), { seen: 1 }),
      await client.post(at(task, '/submit'), { edition: 1 }),
    ];
  };
  const draft = (client: Client) =>
    client.post(`/rounds/${ROUND}/sections/881222/summary/draft`, { edition: 0, body: [] });
  const told = (answers: readonly Answer[]) => answers.map(({ status, body }) => [status, body.code]);

  test.each([
    ['leader of the prefecture', 'reader', '清江市', ''],
    ['verifier of the prefecture', 'verifier', '清江市', ''],
    ['office of the prefecture', 'office', '清江市', ''],
    ['approver of the county', 'approver', '石渡县', ''],
    ['reader of the county', 'reader', '石渡县', ''],
  ] as const)(
    'a %s is told at every step alike that it is another’s, and what to do',
    async (name, role, unit, dept) => {
      const client = await office.at(await office.year.person(name, role, unit, dept));
      expect((await client.get(at(theirs))).status).toBe(200);
      const before = await stateOf(theirs);
      const answers = [...(await writes(client, theirs)), await draft(client)];
      expect(told(answers)).toEqual(answers.map(() => [403, 'platform.forbidden']));
      for (const { body } of answers) expect(body.detail).toMatch(/请由负责这一步的人办理/);
      expect(await stateOf(theirs)).toEqual(before);
    },
  );

  test.each([
    ['a bureau of the prefecture', 'reporter', '清江市', 'CZ'],
    ['who fills for another county', 'reporter', '云屏县', ''],
    ['the office of another county', 'office', '云屏县', ''],
  ] as const)('and %s, who may not know of it, that it is not there', async (name, role, unit, dept) => {
    const client = await office.at(await office.year.person(`${name}写`, role, unit, dept));
    expect((await client.get(at(theirs))).status).toBe(404);
    const answers = await writes(client, theirs);
    expect(told(answers)).toEqual(answers.map(() => [404, 'collect.taskMissing']));
    const { status, body } = await draft(client);
    expect([status, body.code]).toEqual([404, 'report.sectionMissing']);
  });
});

test('lists, counts, inboxes and results of one county hold nothing of another', async () => {
  const paths = ['tasks', 'inbox', 'overdue', 'results', 'evidence', 'reports'].map((one) => `/rounds/${ROUND}/${one}`);
  for (const path of [
    ...paths,
    '/notices',
    `/rounds/${ROUND}/results/881222`,
    `/rounds/${ROUND}/walk/881222/gpbEduExp`,
  ]) {
    const { body } = await wang.get(path);
    expect(JSON.stringify({ ...body, data: {} }), path).not.toMatch(/石渡|赵伟/);
  }
});

test.each([
  ['approved', { approved: true }],
  ['accepted', { accepted: 1 }],
  ['score', { score: '100' }],
  ['whose it is', { unit: 1, reporter: 1, dept: 'JY' }],
  ['who said it', { author: 'x', person: '别人', createdBy: 'x' }],
  ['when', { at: '2020-01-01T00:00:00Z', period: 'calendar(2020)' }],
  ['the tenant', { tenant: 2 }],
])('who fills cannot also say %s: the whole request is refused', async (_, more) => {
  const beside = await wang.post(at(mine, '/figures'), { answers: [answer], ...more });
  const within = await wang.post(at(mine, '/figures'), { answers: [{ ...answer, ...more }] });
  const step = await wang.post(at(mine, '/submit'), { edition: 1, ...more });
  for (const { status, body } of [beside, within, step])
    expect([status, body.code]).toEqual([400, 'platform.inputRefused']);
});

test('who fills takes no step that is another’s, and none from an edition that has moved', async () => {
  const edition = (await wang.get(at(mine))).body.edition;
  const before = await stateOf(mine);
  for (const verb of ['approve', 'accept', 'return', 'lock', 'unlock'])
    expect([400, 403, 409], verb).toContain((await wang.post(at(mine, `/${verb}`), { edition })).status);
  expect(await stateOf(mine)).toEqual(before);
  const old = await wang.post(at(mine, '/submit'), { edition: edition - 1 });
  expect([old.status, old.body.code]).toEqual([409, 'review.editionMoved']);
});

test.each([
  "' or 1=1 --",
  '1; drop table account',
  '"value"->>\'x\'',
  'name desc',
  '../..',
  '%00',
  '\u202e',
  "x' union select 1",
])('%j as a sort, a filter, a column, an id or a page is refused, or matches nothing', async (word) => {
  const asked = new URLSearchParams({ unit: word }).toString();
  const path = encodeURIComponent(word);
  const answers = [
    await wang.get(`/rounds/${ROUND}/evidence?${asked}`),
    await wang.get(`/rounds/${ROUND}/evidence?${asked.replace('unit', 'after')}`),
    await wang.get(`/rounds/${ROUND}/tasks?sort=${path}`),
    await wang.get(`/rounds/${ROUND}/tasks?order=${path}`),
    await wang.get(`/rounds/${path}/tasks`),
    await wang.get(`/rounds/${ROUND}/tasks/${path}`),
    await wang.get(`/units/${path}/history`),
    await wang.get(`/rounds/${ROUND}/walk/${path}/${path}`),
  ];
  for (const { status, body } of answers) {
    expect(status, JSON.stringify(body)).not.toBe(500);
    expect(JSON.stringify({ ...body, data: {} })).not.toMatch(/石渡|syntax|relation|column/i);
  }
  expect((await wang.get(at(mine))).status).toBe(200);
});

test('a question of a megabyte, or of one letter a thousand times, is refused and costs nothing', async () => {
  expect((await wang.get(`/rounds/${ROUND}/evidence?unit=${'学'.repeat(10_000)}`)).status).toBe(400);
  expect((await wang.get(`/rounds/${'x'.repeat(100_000)}/tasks`)).status).toBeGreaterThanOrEqual(400);
  const twice = await wang.get(`/rounds/${ROUND}/evidence?unit=881221&unit=881222`);
  expect([twice.status, twice.body.code]).toEqual([400, 'platform.inputRefused']);
});

test.each(['学', '教育', '%', '_', '*', "'", '\\', '(((((', 'a|b&!c:*', '石渡', '\u0000', '９９', '😀', '[[', '<->'])(
  'searching for %j finds what is mine, or nothing',
  async (q) => {
    for (const round of ['', `&round=${ROUND}`]) {
      const { status, body } = await wang.get(`/search?q=${encodeURIComponent(q)}${round}`);
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body.length).toBeLessThanOrEqual(30);
      expect(JSON.stringify(body)).not.toMatch(/石渡|赵伟/);
    }
  },
);

test('a search for a megabyte, for nothing, or for two things at once is refused', async () => {
  for (const asked of ['', `q=${'学'.repeat(5_000)}`, 'q=', 'q=a&q=b', 'q[]=a', 'q=a&limit=1e9'])
    expect([400, 431], asked.slice(0, 20)).toContain((await wang.get(`/search?${asked}`)).status);
});

const pixelFlood = Buffer.from(
  '89504e470d0a1a0a0000000d49484452ffffffffffffffff08060000000000000049444154789c63000100000500010d0a2db40000000049454e44ae426082',
  'hex',
);
test.each([
  ['a picture with a script', '地图.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'refused'],
  ['a page', '说明.html', '<!doctype html><script>alert(1)</script>', 'refused'],
  ['a page called a paper', '说明.pdf', '<html><script>alert(1)</script></html>', 'refused'],
  ['a program', '工具.exe', 'MZ\u0090\u0000\u0003', 'refused'],
  ['a picture of 4 billion by 4 billion points', '照片.png', pixelFlood, 'filed'],
  [
    'a paper with JavaScript',
    '批复.pdf',
    '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj',
    'filed',
  ],
] as const)('%s (%s) given as evidence is never shown as a page of ours', async (_, name, content, kind) => {
  const { body } = await wang.post('/files', Buffer.from(content));
  const record = { title: '材料', mode: 'upload', items: ['gpbEduExp'], indicators: [] };
  const filed = await wang.post(at(mine, '/evidence'), { ...record, content: { sha256: body.sha256, name } });
  if (kind === 'refused') {
    expect([filed.status, filed.body.code]).toEqual([415, 'collect.evidenceKind']);
    // Nor does it lie about.
    const { files } = office.year;
    await expect(files.sentBy(me).read(body.sha256)).rejects.toMatchObject({ code: 'files.missing' });
    return;
  }
  expect(filed.status, JSON.stringify(filed.body)).toBeLessThan(300);
  const { headers, bytes, status } = await wang.get(`/rounds/${ROUND}/evidence/${filed.body.evidence}/content`);
  expect(status).toBe(200);
  expect(bytes.equals(Buffer.from(content))).toBe(true);
  expect(headers['content-disposition']).toMatch(/^attachment; /);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  const shown = await wang.get(`/rounds/${ROUND}/evidence/${filed.body.evidence}/content?shown=true`);
  expect(shown.headers['content-disposition']).toMatch(/^inline; /);
  expect(shown.headers['content-type']).toBe(name.endsWith('.pdf') ? 'application/pdf' : 'image/png');
  expect(shown.headers['x-content-type-options']).toBe('nosniff');
  expect(shown.headers['content-security-policy']).toBe("default-src 'none'; sandbox; frame-ancestors 'self'");
  expect((await zhao.get(`/rounds/${ROUND}/evidence/${filed.body.evidence}/content`)).status).toBe(404);
});

test('an address is words wherever it is given: nothing is ever fetched from it', async () => {
  let asked = 0;
  const listener = createServer((_, answer) => {
    asked += 1;
    answer.end();
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', () => resolve()));
  const { port } = listener.address() as AddressInfo;
  const hosts = ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '2130706433'];
  const addresses = [...hosts.map((host) => `http://${host}:${port}/x`), 'file:///etc/passwd', `//127.0.0.1:${port}/x`];
  const { body } = await wang.post('/files', Buffer.from('%PDF-1.7 带网址'));
  for (const url of addresses) {
    const query = new URLSearchParams({ name: url, sha256: body.sha256 });
    const record = { title: url, issuer: url, pages: url, mode: 'onsite', items: ['gpbEduExp'], indicators: [] };
    const answers = [
      await wang.get(`/rounds/${ROUND}/workbooks/preview?${query}`),
      await wang.get(`/search?q=${encodeURIComponent(url)}`),
      await wang.post(at(mine, '/figures'), { answers: [{ ...answer, typed: url, reason: url }] }),
      await wang.post(at(mine, '/evidence'), record),
      await wang.post(at(mine, '/evidence'), { ...record, url, href: url }),
      await wang.post('/files', { url }),
    ];
    for (const { status, body } of answers) {
      expect(status).not.toBe(500);
      expect(JSON.stringify(body)).not.toContain('root:');
    }
  }
  await new Promise((resolve) => listener.close(resolve));
  expect(asked).toBe(0);
  // Nor is there a field to give one in.
  const fields = (schema: unknown): readonly string[] =>
    typeof schema !== 'object' || schema === null
      ? []
      : Object.entries(schema).flatMap(([key, value]) => [
          ...(key === 'properties' ? Object.keys(value as object) : []),
          ...fields(value),
        ]);
  const all = ROUTES.flatMap(({ action }) => fields(action.input));
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter((field) => /url|uri|href|link$|endpoint|callback|webhook/i.test(field))).toEqual([]);
});

test('a content somebody else sent is for others as if it had never been filed', async () => {
  const secret = await zhao.post('/files', Buffer.from('%PDF-1.7 只有石渡县知道'));
  const told = async (sha256: string) => {
    const asked = new URLSearchParams({ name: '云屏县_2025.xlsx', sha256 });
    const record = { title: '材料', mode: 'upload', items: ['gpbEduExp'], indicators: [] };
    const answers = [
      await wang.get(`/rounds/${ROUND}/workbooks/preview?${asked}`),
      await wang.post(at(mine, '/evidence'), { ...record, content: { sha256, name: '材料.pdf' } }),
    ];
    return answers.map(({ status, body: { instance: _, ...said } }) => [
      status,
      said.code,
      JSON.stringify(said).replaceAll(sha256, ''),
    ]);
  };
  const never = await told('0'.repeat(64));
  expect(never.map(([status, code]) => [status, code])).toEqual([
    [404, 'files.missing'],
    [404, 'files.missing'],
  ]);
  expect(await told(secret.body.sha256)).toEqual(never);
  expect((await wang.post('/files', Buffer.from('%PDF-1.7 只有石渡县知道'))).status).toBe(201);
  expect((await told(secret.body.sha256))[1]?.[0]).toBe(200);
});

test('a token made up, cut, or of another kind opens nothing', async () => {
  const whole = wang.headers.authorization ?? '';
  for (const authorization of [
    whole.slice(0, -1),
    `${whole}a`,
    whole.toUpperCase(),
    'Bearer',
    'Basic d2FuZzp4',
    'Bearer null',
  ])
    expect((await withHeaders(office.server, { authorization, host: HOST }).get('/session')).status).toBe(401);
});

test('what was filled with line breaks and forged rows goes on record as data, and the chain holds', async () => {
  const typed = '1\n{"level":60,"msg":"forged"}\r\n2026-01-01 audit: accepted';
  const saved = await wang.post(at(mine, '/figures'), { answers: [{ ...answer, typed, reason: typed }] });
  expect([saved.status, saved.body.outcomes[0].kind]).toEqual([200, 'refused']);
  const forged = await wang.post('/audit', { action: 'review.figure.accept' });
  expect(forged.status).toBe(404);
});

test('a name with markup stays words: it comes back as it was typed, as data', async () => {
  const title = '<img src=x onerror=alert(1)>{{7*7}}<%= 7*7 %>';
  const record = { title, mode: 'onsite', items: ['gpbEduExp'], indicators: [] };
  const filed = await wang.post(at(mine, '/evidence'), record);
  expect(filed.status, JSON.stringify(filed.body)).toBeLessThan(300);
  const { headers, bytes } = await wang.get(`/rounds/${ROUND}/evidence`);
  expect(headers['content-type']).toMatch(/^application\/json/);
  expect(bytes.toString('utf8')).toContain(JSON.stringify(title));
});
