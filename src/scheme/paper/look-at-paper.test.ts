import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { testFiles } from '../../../test/support/files.ts';
import { writeArchive } from '../../engines/ooxml/index.ts';
import { type SheetPlan, writeWorkbook } from '../../engines/sheet/index.ts';
import { type Action, newId, type Role, type Who } from '../../platform/index.ts';
import { checkDraft } from '../check-draft.ts';
import { readDraft } from '../read-draft.ts';
import { lookAtPaper } from './look-at-paper.ts';

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
type Looked = Awaited<ReturnType<typeof lookAtPaper.perform>>;
const HEAD = { code: 'plan-2026', name: '规划评价', year: 2026, level: 'county' };

const look = async (name: string, content: Uint8Array | string, more: object = {}, role: Role = 'schemeAdmin') => {
  const { sha256 } = await files.put(Buffer.from(content));
  return as<Looked>(role, lookAtPaper, { name, sha256, ...more });
};
const sheet = (name: string, rows: readonly (readonly string[])[]): SheetPlan => ({
  name,
  widths: rows[0]?.map(() => 20) ?? [],
  rows: rows.map((row) => row.map((text) => ({ content: { kind: 'text' as const, text }, look: 'label' as const }))),
});
const book = (...sheets: readonly SheetPlan[]) => writeWorkbook({ sheets });
const codeOf = (asked: Promise<unknown>) => asked.catch(({ code }) => code);

const PAPER = book(
  sheet('说明', [['填报说明', '联系人']]),
  sheet('指标', [
    ['一级指标', '二级指标', '分值', '评分标准', '责任单位', '备注'],
    ['规划', '规划印发', '60', '印发得满分', '发改委', '无'],
    ['', '规划公开', '', '公开得满分', '', ''],
  ]),
);

beforeAll(async () => {
  await open().db.insertInto('tenant').values({ tenant: 1, code: '8812', name: '清江市', created_at: NOW }).execute();
});

test('only who publishes schemes may look', async () => {
  for (const role of ['office', 'systemAdmin', 'reader'] as const)
    expect(await codeOf(look('方案.xlsx', PAPER, {}, role))).toBe('platform.forbidden');
});

test('other kinds of files, bytes that are none, a bomb, no indicators and far too many are refused', async () => {
  const many = [
    ['一级指标', '二级指标', '分值'],
    ...Array.from({ length: 1001 }, (_, at) => ['规划', `第${at}事`, '1']),
  ];
  const asked = [
    look('方案.doc', 'x'),
    look('方案.docx', 'no package at all'),
    look('方案.xlsx', writeArchive([{ name: 'xl/workbook.xml', bytes: Buffer.alloc(40_000_000) }], 9)),
    look('方案.xlsx', book(sheet('名单', [['序号', '姓名']]))),
    look('方案.xlsx', book(sheet('指标', many))),
    look('方案.xlsx', PAPER, { head: { ...HEAD, code: '规划' } }),
  ];
  expect(await Promise.all(asked.map(codeOf))).toEqual([
    'scheme.paperOther',
    expect.stringMatching(/^ooxml\./),
    'ooxml.ratio',
    'scheme.paperUnread',
    'scheme.paperTooLong',
    'platform.inputRefused',
  ]);
});

test('its tree is shown with what adds up and what was not understood, and nothing is made yet', async () => {
  const looked = await look('方案.xlsx', PAPER);
  expect(looked).toMatchObject({
    tables: [{ name: '指标', levels: ['一级指标', '二级指标'] }],
    leaves: 2,
    points: '60',
  });
  expect(looked.indicators.map(({ code, name, isLeaf }) => [code, name, isLeaf])).toEqual([
    ['A', '规划', false],
    ['A1', '规划印发', true],
    ['A2', '规划公开', true],
  ]);
  expect(looked.findings.map(({ code, zh }) => [code, zh.split('。')[0]])).toEqual([
    ['scheme.paper.points', '指标 第 3 行：A2 规划公开 没有读到分值'],
    ['scheme.paper.lead', '指标 第 3 行：A2 规划公开 没有写责任单位，暂由督导室填报得分'],
    ['scheme.paper.column', '指标：“备注”一列没有读入'],
    ['scheme.paper.table', '说明（填报说明、联系人）不是指标表，没有读入'],
  ]);
  expect(looked).not.toHaveProperty('files');
});

test('told which scheme it is to be, it is a draft that is checked and read like any other, each leaf with its words', async () => {
  const whole = book(
    sheet('指标', [
      ['一级指标', '分值', '评分标准', '责任单位'],
      ['规划', '100', '印发得满分', '发改委'],
    ]),
  );
  const { files: made } = await look('方案.xlsx', whole, { head: HEAD });
  const checked = await as<Awaited<ReturnType<typeof checkDraft.perform>>>('schemeAdmin', checkDraft, { files: made });
  expect(checked).toMatchObject({ scheme: { code: 'plan-2026', points: '100', total: '100' }, published: 'no' });
  const read = await as<Awaited<ReturnType<typeof readDraft.perform>>>('schemeAdmin', readDraft, { files: made });
  expect(read.indicators).toMatchObject([{ basis: { text: '印发得满分' }, leaf: { rule: { type: 'judged' } } }]);
  const open = await look('方案.xlsx', PAPER, { head: HEAD });
  expect(await codeOf(as('schemeAdmin', readDraft, { files: open.files ?? {} }))).toBe('scheme.invalid');
});
