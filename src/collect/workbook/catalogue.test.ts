/** The catalogue in a workbook: of whom it goes out, and what of it comes back. */
import type { TSchema } from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { readPackage, writePackage } from '../../engines/ooxml/index.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { fileEvidence } from '../evidence/file-evidence.ts';
import { listCatalogue } from '../evidence/look.ts';
import { withdrawEvidence } from '../evidence/withdraw-evidence.ts';
import { listMyTasks } from '../round/look.ts';
import { downloadWorkbook } from './download-workbook.ts';
import { importWorkbook } from './import-workbook.ts';
import { previewWorkbook } from './preview-workbook.ts';

const open = testDatabase();
let year: Year;
let finance: Who;
let education: Who;
const tasks = new Map<Who, string>();
const NAME = '填报表.xlsx';

beforeAll(async () => {
  year = await openYear(open());
  finance = await year.person('财政填报', 'reporter', '清江市', 'CZ');
  education = await year.person('教育填报', 'reporter', '清江市', 'JY');
  for (const who of [finance, education])
    tasks.set(who, (await as(who, listMyTasks, {})).find(({ part }) => part === 'forms')?.task ?? '');
});

const as = <Out>(who: Who, of: Action<TSchema, Out>, input: object): Promise<Out> =>
  year.as(who, of as unknown as Action<never, Out>, { round: ROUND, ...input });
const RECORD = { mode: 'upload', items: [], indicators: ['B3.1'] };
const file = (who: Who, input: object) => as(who, fileEvidence, { task: tasks.get(who), ...RECORD, ...input });
const download = async (who: Who) => (await as(who, downloadWorkbook, { task: tasks.get(who) })).content;
const recordsOf = async (who: Who) =>
  (await as(who, listCatalogue, {})).records.map(({ number, title, mode, version, person }) => [
    number,
    title,
    mode,
    version,
    person,
  ]);

/** The workbook with words of its cells written otherwise; the seal stays as it is. */
function edited(content: Uint8Array, ...words: readonly (readonly [string, string])[]): Uint8Array {
  const pkg = readPackage(content, 'xlsx', NAME);
  const parts = pkg.names.map((name) => {
    if (!/worksheets\/sheet\d+\.xml$|sharedStrings/.test(name)) return { name, part: pkg.packed(name) };
    if (pkg.text(name).includes('>seal<')) return { name, part: pkg.packed(name) };
    const text = words.reduce((all, [was, is]) => all.replaceAll(`>${was}<`, `>${is}<`), pkg.text(name));
    return { name, bytes: text };
  });
  return writePackage(parts, 'xlsx');
}

async function drop(who: Who, content: Uint8Array) {
  const { sha256 } = await year.files.put(content);
  const preview = await as(who, previewWorkbook, { name: NAME, sha256 });
  const done = await as(who, importWorkbook, { name: NAME, sha256, plan: preview.plan });
  const told = preview.findings.filter(({ code }) => code.startsWith('collect.evidence.'));
  return { preview, done, told: told.map(({ code, data }) => [code, data.number]) };
}

test("a bureau's workbook holds its own records alone, and changes none of another bureau's", async () => {
  await file(education, { number: 'B3.1-01', title: '教育局的材料' });
  await file(finance, { number: 'B3.1-02', title: '财政局的材料' });
  const content = await download(finance);
  const words = readPackage(content, 'xlsx', NAME);
  const all = words.names.filter((name) => /sheet|shared/.test(name)).map((name) => words.text(name));
  expect([all.join('').includes('财政局的材料'), all.join('').includes('教育局的材料')]).toEqual([true, false]);
  const before = await recordsOf(education);
  expect((await drop(finance, edited(content, ['B3.1-02', 'B3.1-01'], ['财政局的材料', '改写']))).told).toEqual([
    ['collect.evidence.ofOther', 'B3.1-01'],
  ]);
  expect(await recordsOf(education)).toEqual(before);
});

test('one that comes back as it went out writes no record; a row changed in it alone is told and written', async () => {
  const content = await download(finance);
  expect((await drop(finance, content)).done.evidence).toBe(0);
  const { preview, done, told } = await drop(finance, edited(content, ['财政局的材料', '2025年决算批复']));
  expect([preview.evidence, done.evidence, told]).toEqual([1, 1, [['collect.evidence.changes', 'B3.1-02']]]);
  expect(await recordsOf(finance)).toEqual([['B3.1-02', '2025年决算批复', 'upload', 2, '财政填报']]);
});

test('what was changed here since stands: an untouched row says nothing, a changed one is told and kept', async () => {
  const { evidence } = await file(finance, { number: 'B3.1-03', title: '初稿' });
  const content = await download(finance);
  await file(finance, { evidence, seen: 1, title: '二稿', docNumber: '清财发〔2025〕9号' });
  expect((await drop(finance, content)).told).toEqual([]);
  expect((await drop(finance, edited(content, ['初稿', '三稿']))).told).toEqual([
    ['collect.evidence.moved', 'B3.1-03'],
  ]);
  expect(await recordsOf(finance)).toContainEqual(['B3.1-03', '二稿', 'upload', 2, '财政填报']);
});

test('a plan is stale once a record it speaks of has moved', async () => {
  const { evidence } = await file(finance, { number: 'B3.1-04', title: '甲' });
  const { sha256 } = await year.files.put(edited(await download(finance), ['甲', '乙']));
  const { plan } = await as(finance, previewWorkbook, { name: NAME, sha256 });
  await file(finance, { evidence, seen: 1, title: '丙' });
  await expect(as(finance, importWorkbook, { name: NAME, sha256, plan })).rejects.toMatchObject({
    code: 'collect.planStale',
  });
});

test('a withdrawn record does not come back, and one with a file does not turn to 现场查阅 by a row', async () => {
  const { sha256 } = await year.files.put(new TextEncoder().encode('%PDF-1.7 批复'));
  const gone = await file(finance, { number: 'B3.1-05', title: '要撤回的' });
  const held = { number: 'B3.1-06', title: '有附件的', mode: 'pages', content: { sha256, name: '批复.pdf' } };
  await file(finance, held);
  const content = await download(finance);
  await as(finance, withdrawEvidence, { task: tasks.get(finance), evidence: gone.evidence, seen: 1 });
  const { told } = await drop(finance, edited(content, ['要撤回的', '又来了'], ['只上传首页和相关页', '现场查阅']));
  expect(told).toEqual([
    ['collect.evidence.withdrawn', 'B3.1-05'],
    ['collect.evidence.hasFile', 'B3.1-06'],
  ]);
  const rows = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('evidence').select(['number', 'state', 'mode']).where('number', '>=', 'B3.1-05').execute(),
  );
  expect(rows).toEqual(
    expect.arrayContaining([
      { number: 'B3.1-05', state: 'withdrawn', mode: 'upload' },
      { number: 'B3.1-06', state: 'valid', mode: 'pages' },
    ]),
  );
});

test('a row under a number the record had before is told and begins no new record', async () => {
  const { evidence } = await file(finance, { number: 'B3.1-08', title: '要改编号的' });
  const content = await download(finance);
  await file(finance, { evidence, seen: 1, number: 'B3.1-09', title: '要改编号的' });
  expect((await drop(finance, content)).told).toEqual([['collect.evidence.renumbered', 'B3.1-08']]);
  expect((await recordsOf(finance)).filter(([, title]) => title === '要改编号的')).toHaveLength(1);
});

test('what a row says of a secret paper is told with its record; what was found in its file stays', async () => {
  const card = '11010519491231002X';
  const { sha256 } = await year.files.put(new TextEncoder().encode(`名单 ${card}`));
  await file(finance, { number: 'B3.1-10', title: '获奖名单', content: { sha256, name: '名单.txt' } });
  const { done } = await drop(finance, edited(await download(finance), ['获奖名单', '（秘密）获奖名单']));
  expect(done.evidence).toBe(1);
  const { records } = await as(finance, listCatalogue, {});
  expect(records.find(({ number }) => number === 'B3.1-10')?.findings).toMatchObject([
    { code: 'collect.evidence.secretMark', data: { where: 'record' } },
    { code: 'collect.evidence.idNumbers', data: { where: 'content', count: 1 } },
  ]);
});
