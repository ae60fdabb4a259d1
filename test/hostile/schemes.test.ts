/** Schemes and requests made to break their reader, sent to the door: refused with every fault named, and the next is served. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { type Answer, API, type Client, HOST } from '../support/http.ts';
import { type Office, openOffice } from '../support/office.ts';

const open = testDatabase();
let office: Office;
let fang: Client;

beforeAll(async () => {
  office = await openOffice(open());
  fang = await office.at(await office.year.person('方方案', 'schemeAdmin', '清江市'));
});
afterAll(() => office.server.close());

const HEAD =
  'scheme: small\nname: 小方案\nyear: 2025\nlevels: [county]\ndepartments: { JY: { name: 教育局 } }\nitems:\n  staff: { name: 教职工, unit: 人, by: { county: JY } }\n  money: { name: 经费, unit: 元, by: { county: JY } }\n';
const leaf = (rule: string): string =>
  `indicators:\n  A: { name: 甲, points: "100", basis: { source: 自定 }, rule: ${rule} }\n`;
const met = (formula: string): string => `${HEAD}${leaf(`{ type: threshold, met: ${JSON.stringify(formula)} }`)}`;
const publish = (text: string, name = 'scheme.yaml'): Promise<Answer> =>
  fang.post('/schemes', { files: { [name]: text } });
/** The scheme without a fault is taken, so that what is refused below is refused for its fault. */
let published = 0;
async function fine(): Promise<void> {
  published += 1;
  expect((await publish(met('staff > 0').replace('small', `fine-${published}`))).status).toBe(201);
}

test.each([
  [
    'a ring',
    `${HEAD}  a: { name: 甲, unit: 人, formula: b + 1 }\n  b: { name: 乙, unit: 人, formula: a + 1 }\n${leaf('{ type: threshold, met: a > 1 }')}`,
  ],
  [
    'an item made from itself',
    `${HEAD}  a: { name: 甲, unit: 人, formula: a + 1 }\n${leaf('{ type: threshold, met: a > 1 }')}`,
  ],
  ['ten thousand terms', met(`${Array.from({ length: 10_000 }, () => 'staff').join(' + ')} > 0`)],
  ['brackets without an end', met(`${'('.repeat(50_000)}staff${')'.repeat(50_000)} > 0`)],
  ['minus after minus', met(`${'-'.repeat(50_000)}staff > 0`)],
  ['calls within calls', met(`${'ABS('.repeat(5_000)}staff${')'.repeat(5_000)} > 0`)],
  ['an id nobody declared', met('nobody > 0')],
  ['people added to money', met('staff + money > 0')],
  ['the constructor of things', met('staff.constructor("return process")() > 0')],
  ['a word of the process', met('process > 0')],
  ['a template string', met(`${'`$'}{7*7}\` > 0`)],
  ['a prototype', met('__proto__ > 0')],
  ['points that make no hundred', met('staff > 0').replace('points: "100"', 'points: "99"')],
  ['points below nothing', met('staff > 0').replace('points: "100"', 'points: "-100"')],
  ['points that are no number', met('staff > 0').replace('points: "100"', 'points: "1e400"')],
  [
    'grades over one another',
    `${met('staff > 0')}grades: [{ name: 优秀, from: "60" }, { name: 合格, from: "90" }, { name: 不合格 }]\n`,
  ],
  [
    'two items of one code',
    met('staff > 0').replace('  money:', '  staff: { name: 又一个, unit: 人, by: { county: JY } }\n  money:'),
  ],
  ['a bomb of anchors', 'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: &d [*c,*c]\ne: [*d,*d]\n'],
  ['a key that is every object’s', `${met('staff > 0')}__proto__: { polluted: yes }\n`],
  ['a million levels', '['.repeat(900_000)],
  ['JSON that says a thing twice', '{"scheme":"a","scheme":"b"}'],
  ['nothing', ''],
  ['control characters', '\u0001\u0002: ['],
])('a scheme with %s is refused with its findings, and the next one is taken', async (_, text) => {
  const { status, body } = await publish(text);
  expect([status, body.code]).toEqual([422, 'scheme.invalid']);
  expect(body.findings.some(({ severity }: { severity: string }) => severity === 'error')).toBe(true);
  expect(JSON.stringify(body)).not.toMatch(/undefined|\[object|at \w+ \(/);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  await fine();
});

test.each(['../../etc/passwd', 'C:\\x.yaml', '/abs.yaml', 'CON', 'a\u0000.yaml', 'x.exe', `${'a'.repeat(4_000)}.yaml`])(
  'a file of a scheme called %j is refused',
  async (name) => {
    const { status, body } = await publish(met('staff > 0'), name);
    expect([status, body.code]).toEqual([400, 'platform.inputRefused']);
  },
);

test('another content under a published version is refused: nothing in use changes its type or goes away', async () => {
  const first = met('staff > 0').replace('small', 'kept');
  expect((await publish(first)).status).toBe(201);
  for (const other of [
    first.replace('staff: { name: 教职工, unit: 人', 'staff: { name: 教职工, unit: 所'),
    first.replace('  money: { name: 经费, unit: 元, by: { county: JY } }\n', ''),
    first.replace('  A: {', '  A1: {'),
  ]) {
    const { status, body } = await publish(other);
    expect([409, 422]).toContain(status);
    expect(['scheme.versionTaken', 'scheme.invalid']).toContain(body.code);
  }
  expect((await publish(first)).status).toBe(201);
});

/** Bodies as bytes: what no client of ours would send. */
async function send(payload: string): Promise<[number, string]> {
  const headers = { host: HOST, ...fang.headers, 'content-type': 'application/json' };
  const { statusCode, body } = await office.server.inject({ method: 'POST', url: `${API}/schemes`, headers, payload });
  return [statusCode, JSON.parse(body).code];
}

test.each([
  ['numbers past all numbers', '{"files":{"a.yaml":1e400}}', 400],
  ['a prototype', '{"files":{"a.yaml":"x"},"__proto__":{"x":1}}', 400],
  ['a constructor', '{"files":{"a.yaml":"x"},"constructor":{"prototype":{"x":1}}}', 400],
  ['a hundred thousand levels', `{"files":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400],
  ['a hundred thousand levels of keys', `{"files":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`, 400],
  ['half of itself', '{"files":{"a.yaml":"x"', 400],
  ['more than the door takes', `{"files":{"a.yaml":"${'x'.repeat(4_100_000)}"}}`, 413],
  ['ten thousand files', `{"files":{${Array.from({ length: 10_000 }, (_, at) => `"a${at}.yaml":""`).join(',')}}}`, 400],
])('a body of %s is refused, and the next one is taken', async (_, payload, status) => {
  const [got, code] = await send(payload);
  expect(got, code).toBe(status);
  expect(code).not.toBe('server.bug');
  await fine();
});
