import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../test/support/database.ts';
import { testFiles } from '../../test/support/files.ts';
import { readArchive, writeArchive } from '../engines/ooxml/index.ts';
import { readWorkbook } from '../engines/sheet/index.ts';
import { sayWith } from '../kernel/index.ts';
import { type Action, newId, type Role, type Who } from '../platform/index.ts';
import { checkDraft } from './check-draft.ts';
import { diffPublished } from './diff-published.ts';
import { messages, publishScheme } from './index.ts';
import { downloadBreakdown, downloadBreakdownEach, downloadScheme } from './take-away.ts';

const open = testDatabase();
const files = testFiles();
const NOW = new Date('2026-01-05T02:00:00Z');
const who = (role: Role): Who => ({
  account: newId(),
  person: '方立',
  tenant: 1,
  posts: [{ post: newId(), unit: 1, dept: '', role, reach: '*' }],
  reach: '*',
  address: '',
});
const as = <Out>(role: Role, act: unknown, input: object): Promise<Out> =>
  (act as Action<never, Out>).perform({ db: open().db, files, who: who(role), now: NOW }, input);
type Draft = Awaited<ReturnType<typeof checkDraft.perform>>;
const check = (input: object, role: Role = 'schemeAdmin') => as<Draft>(role, checkDraft, input);
const filed = async (name: string, content: Uint8Array | string) => ({
  name,
  ...(await files.put(Buffer.from(content))),
});
const upload = async (name: string, content: Uint8Array | string) => {
  const { sha256 } = await filed(name, content);
  return check({ uploads: [{ name, sha256 }] });
};

const HEAD = `
scheme: small
name: 样例方案
version: "1"
year: 2025
levels: [county]
departments: { JY: { name: 教育局 }, CZ: { name: 财政局 } }
`;
const BODY = `
items:
  a: { name: 甲, unit: 个, by: { county: JY }, definition: 全部 }
indicators:
  A: { name: 全部 }
  # 依据见附件
  A1: { name: 甲数, points: "60", basis: { source: 示例 }, lead: JY, rule: { type: threshold, met: a >= 1 } }
  A2: { name: 甲多, points: "40", basis: { source: 示例 }, lead: JY, assist: [CZ], rule: { type: threshold, met: a >= 2 } }
`;
const base = { scheme: 'small', version: '1' };

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '8812', name: '清江市', created_at: NOW }).execute();
  await as('schemeAdmin', publishScheme, { files: { 'scheme.yaml': HEAD, 'indicators.yaml': BODY } });
});

test('only who publishes looks at drafts', async () => {
  for (const role of ['office', 'systemAdmin', 'reader'] as const)
    await expect(check({ base }, role)).rejects.toMatchObject({ code: 'platform.forbidden' });
});

test('what is no scheme is said: other files, bytes that are no text, an empty or double folder, a bomb', async () => {
  const codes = await Promise.all([
    upload('方案.docx', 'x').catch((error) => error.code),
    upload('scheme.yaml', Buffer.from([0xff, 0xfe, 0x00])).catch((error) => error.code),
    upload('方案.zip', writeArchive([{ name: 'README.md', bytes: 'x' }])).catch((error) => error.code),
    upload(
      '方案.zip',
      writeArchive([
        { name: 'a/x.yaml', bytes: HEAD },
        { name: 'b/x.yaml', bytes: HEAD },
      ]),
    ).catch((error) => error.code),
    upload('方案.zip', writeArchive([{ name: 'x.yaml', bytes: Buffer.alloc(40_000_000) }], 9)).catch(
      (error) => error.code,
    ),
  ]);
  expect(codes).toEqual([
    'scheme.uploadOther',
    'scheme.uploadOther',
    'scheme.uploadEmpty',
    'scheme.uploadDouble',
    'ooxml.ratio',
  ]);
  for (const table of [messages.zh, messages.en])
    for (const code of ['uploadOther', 'uploadEmpty', 'uploadDouble', 'editNowhere'])
      expect(sayWith(table)({ code: `scheme.${code}`, data: { name: 'x', count: 0, path: 'a' } })).not.toMatch(
        /undefined/,
      );
});

test('a folder with faults comes back with all of them and their places, and is not said to be a scheme', async () => {
  const faulty = BODY.replace('a >= 1', 'b >= 1').replace('"40"', '"30"').replace('个', '斤');
  const draft = await upload(
    '方案.zip',
    writeArchive([
      { name: 'duty/scheme.yaml', bytes: HEAD },
      { name: 'duty/indicators.yaml', bytes: faulty },
    ]),
  );
  expect(draft).not.toHaveProperty('scheme');
  expect(draft.findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(1);
  for (const { at } of draft.findings) expect(at).toMatchObject({ file: expect.stringMatching(/yaml$/) });
});

test('a published version with other points keeps its comments, and counts up to the total again', async () => {
  const version = { path: ['version'], value: '2' };
  const points = (code: string, value: string) => ({ path: ['indicators', code, 'points'], value });
  const half = await check({ base, edits: [version, points('A1', '70')] });
  expect(half.findings.map(({ code }) => code)).toContain('scheme.points.total');
  const whole = await check({ base, edits: [version, points('A1', '70'), points('A2', '30')] });
  expect(whole).toMatchObject({
    scheme: { version: '2', points: '100', total: '100' },
    published: 'no',
    against: '1',
    changes: [
      { kind: '改分', code: 'A1', was: '60', is: '70' },
      { kind: '改分', code: 'A2', was: '40', is: '30' },
    ],
  });
  expect(whole.files['indicators.yaml']).toContain('# 依据见附件');
  await expect(check({ base, edits: [{ path: ['indicators', 'Z9', 'points'], value: '1' }] })).rejects.toMatchObject({
    code: 'scheme.editNowhere',
  });
});

test('a draft is published as it was checked, and the two versions are compared', async () => {
  const rule = { type: 'threshold', met: 'a >= 3' };
  const edits = [
    { path: ['version'], value: '3' },
    { path: ['indicators', 'A2', 'rule'], value: rule },
  ];
  const draft = await check({ base, edits });
  await as('schemeAdmin', publishScheme, { files: draft.files });
  const changes = await as<readonly object[]>('reporter', diffPublished, { scheme: 'small', version: '3', from: '1' });
  expect(changes).toMatchObject([{ kind: '改口径', code: 'A2' }]);
  expect(await check({ base: { scheme: 'small', version: '3' } })).toMatchObject({ published: 'same' });
  await expect(as('reader', diffPublished, { scheme: 'small', version: '9', from: '1' })).rejects.toMatchObject({
    code: 'scheme.notPublished',
  });
});

test('what a scheme asks of each department is a workbook, and a workbook each to hand out', async () => {
  const { content } = await as<{ content: Uint8Array }>('office', downloadBreakdown, base);
  const { sheets } = readWorkbook(content, 'x.xlsx');
  expect(sheets.map(({ name }) => name)).toEqual(['汇总', '教育局', '财政局']);
  const each = await as<{ content: Uint8Array }>('office', downloadBreakdownEach, base);
  expect([...readArchive(each.content, 'x.zip').keys()]).toEqual(['教育局.xlsx', '财政局.xlsx']);
  const own = await as<{ content: Uint8Array }>('reporter', downloadScheme, base);
  expect(Buffer.from(readArchive(own.content, 'x.zip').get('scheme.yaml') ?? []).toString()).toBe(HEAD);
});
