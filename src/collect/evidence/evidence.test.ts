/** Evidence filed, changed, looked at and taken back, on the store. */
import type { TSchema } from 'typebox';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { listMyTasks } from '../round/look.ts';
import { fileEvidence } from './file-evidence.ts';
import { listCatalogue, readEvidence } from './look.ts';
import { placeByName } from './place-by-name.ts';
import { withdrawEvidence } from './withdraw-evidence.ts';

const open = testDatabase();
let year: Year;
let wang: Who;
let zhao: Who;
let task: string;

beforeAll(async () => {
  year = await openYear(open());
  wang = await year.person('王芳', 'reporter', '云屏县');
  zhao = await year.person('赵伟', 'reporter', '石渡县');
  const tasks = await as(wang, listMyTasks, {});
  task = tasks.find(({ part }) => part === 'forms')?.task ?? '';
});

const as = <Out>(who: Who, of: Action<TSchema, Out>, input: object): Promise<Out> =>
  year.as(who, of as unknown as Action<never, Out>, { round: ROUND, ...input });
const pdf = async (text = '决算批复') => year.files.put(new TextEncoder().encode(`%PDF-1.7 ${text}`));
const RECORD = { title: '2025年部门决算批复', mode: 'upload', items: ['gpbEduExp'], indicators: ['B3.1'] };
const file = (input: object = {}) => as(wang, fileEvidence, { task, ...RECORD, ...input });
const catalogue = (who: Who, input: object = {}) => as(who, listCatalogue, input);

test.each([
  ['links to nothing', { items: [], indicators: [] }, 'collect.evidenceUnlinked'],
  ['an indicator nobody knows', { indicators: ['Z9'] }, 'collect.evidenceUnlinked'],
  ['a document number of another form', { docNumber: '清府办发[2025]9号' }, 'collect.docNumberForm'],
  ['a number of another form', { number: 'B3.1' }, 'collect.evidenceNumberForm'],
  ['a day that is on no calendar', { date: '2025-99-99' }, 'collect.evidenceDate'],
  ['the 29th of February of a common year', { date: '2025-02-29' }, 'collect.evidenceDate'],
  ['words for a date', { date: '去年年底' }, 'collect.evidenceDate'],
])('%s is refused', async (_, input, code) => {
  await expect(file(input)).rejects.toMatchObject({ code });
});

test('a content that is not what its name says, and a program, are refused', async () => {
  const { sha256 } = await pdf();
  await expect(file({ content: { sha256, name: '批复.docx' } })).rejects.toMatchObject({
    code: 'collect.evidenceName',
    data: { kind: 'pdf' },
  });
  const program = await year.files.put(new Uint8Array([0x4d, 0x5a, 0x90, 0]));
  await expect(file({ content: { sha256: program.sha256, name: '批复.pdf' } })).rejects.toMatchObject({
    code: 'collect.evidenceKind',
  });
  await expect(file({ mode: 'onsite', content: { sha256, name: '批复.pdf' } })).rejects.toMatchObject({
    code: 'collect.evidenceOnSite',
  });
  expect((await catalogue(wang)).of).toBe(0);
});

const text = (words: string) => year.files.put(new TextEncoder().encode(words));
const FAR = '。'.repeat(2_000);

test.each([
  ['on its first page', '2025年部门决算批复', '批复.txt', '机密★10年\n关于批复决算的通知', 'content'],
  ['in its name', '2025年部门决算批复', '秘密-批复.txt', '关于批复决算的通知', 'name'],
  ['in its title', '（机密）2025年部门决算批复', '批复.txt', '关于批复决算的通知', 'record'],
])('a paper that is marked as secret %s is not taken', async (_, title, name, words, where) => {
  const { sha256 } = await text(words);
  await expect(file({ title, content: { sha256, name } })).rejects.toMatchObject({
    code: 'collect.evidenceSecret',
    data: { name, where },
  });
  expect((await catalogue(wang)).of).toBe(0);
  const { evidence, version, findings } = await file({ title, mode: 'onsite' });
  expect(findings.map(({ code }) => code)).toEqual(where === 'record' ? ['collect.evidence.secretMark'] : []);
  await as(wang, withdrawEvidence, { task, evidence, seen: version });
});

test('what was refused is gone from the disk at once, unless another had it kept; what was only misspelt waits', async () => {
  const send = async (who: Who, words: string) => {
    async function* content(): AsyncIterable<Uint8Array> {
      yield new TextEncoder().encode(words);
    }
    return (await year.files.take(content(), 1_000, who)).sha256;
  };
  const lies = (who: Who, sha256: string) =>
    year.files
      .sentBy(who)
      .read(sha256)
      .then(
        () => true,
        () => false,
      );
  const refused = async (name: string, words: string, more: object = {}) => {
    const sha256 = await send(wang, words);
    expect(await lies(wang, sha256)).toBe(true);
    await expect(file({ ...more, content: { sha256, name } })).rejects.toMatchObject({
      code: expect.stringMatching(/^collect\./),
    });
    return lies(wang, sha256);
  };
  expect(await refused('批复.txt', '机密★10年\n名单')).toBe(false);
  // Even where the record is misspelt as well, so that nobody could have filed it.
  expect(await refused('批复.txt', '机密★10年\n名册', { docNumber: '九号' })).toBe(false);
  expect(await refused('批复.docx', '%PDF-1.7 另一种')).toBe(false);
  expect(await refused('批复.pdf', 'MZ\u0000')).toBe(false);
  expect(await refused('批复.pdf', '%PDF-1.7 只看现场', { mode: 'onsite' })).toBe(false);
  expect(await refused('批复.pdf', '%PDF-1.7 文号不对', { docNumber: '九号' })).toBe(true);

  const shared = '%PDF-1.7 两人同一份';
  const sha256 = await send(wang, shared);
  await send(zhao, shared);
  await expect(year.files.read(sha256)).rejects.toMatchObject({ code: 'files.missing' });
  const { evidence } = await file({ content: { sha256, name: '同一份.pdf' } });
  const theirs = (await as(zhao, listMyTasks, {})).find(({ part }) => part === 'forms')?.task;
  const secret = { ...RECORD, task: theirs, title: '（机密）同一份', content: { sha256, name: '同一份.pdf' } };
  await expect(as(zhao, fileEvidence, secret)).rejects.toMatchObject({ code: 'collect.evidenceSecret' });
  expect(Buffer.from((await as(wang, readEvidence, { evidence })).content).toString()).toBe(shared);
  await as(wang, withdrawEvidence, { task, evidence, seen: 1 });
});

test('a mark further on and numbers of identity cards stay told with the record, and stand in none', async () => {
  const card = '11010519491231002X';
  const { sha256 } = await text(`教师名单\n${card}${FAR}\n机密★10年\n附件`);
  const filed = await file({ content: { sha256, name: '名单.txt' } });
  const told = [
    { code: 'collect.evidence.secretMark', severity: 'error', data: { where: 'content' } },
    { code: 'collect.evidence.idNumbers', severity: 'warn', data: { where: 'content', count: 1 } },
  ];
  expect(filed.findings).toMatchObject(told);
  const office = await year.person('周督导', 'office', '清江市');
  const [seen] = (await catalogue(office)).records;
  expect(seen?.findings).toMatchObject(told);
  const rows = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('audit').select('detail').where('about', '=', `evidence ${filed.evidence}`).execute(),
  );
  expect(rows[0]?.detail).toMatchObject({ told: told.map(({ code }) => code) });
  expect(JSON.stringify([filed, seen, rows])).not.toContain('1949');

  const { evidence } = filed;
  const renamed = await file({ evidence, seen: 1, title: `教师名单 ${card}`, number: filed.number });
  expect(renamed.findings.map(({ data }) => data.where)).toEqual(['record', 'content', 'content']);
  const covered = await file({
    evidence,
    seen: 2,
    content: { sha256: (await text('教师名单')).sha256, name: '名单.txt' },
  });
  expect([covered.findings, (await catalogue(office)).records[0]?.findings]).toEqual([[], []]);
  await as(wang, withdrawEvidence, { task, evidence, seen: 3 });
});

test("only who fills the task files for it; its records are nobody else's to read or count", async () => {
  const { sha256 } = await pdf();
  const { evidence } = await file({ content: { sha256, name: '批复.pdf' } });
  await expect(as(zhao, fileEvidence, { task, ...RECORD })).rejects.toMatchObject({ code: 'collect.taskMissing' });
  await expect(as(zhao, readEvidence, { evidence })).rejects.toMatchObject({ code: 'collect.evidenceMissing' });
  expect((await catalogue(zhao)).of).toBe(0);
  const office = await year.person('王督导', 'office', '清江市');
  await expect(as(office, fileEvidence, { task, ...RECORD })).rejects.toMatchObject({ code: 'platform.forbidden' });
  const held = await as(office, readEvidence, { evidence });
  expect([held.name, held.type, Buffer.from(held.content).toString()]).toEqual([
    '批复.pdf',
    'application/pdf',
    '%PDF-1.7 决算批复',
  ]);
});

test('numbers are given out by the indicator and never twice, not even after a record was taken back', async () => {
  const first = await file({ indicators: ['B3.2'], title: '甲' });
  const second = await file({ indicators: ['B3.2'], title: '乙' });
  expect([first.number, second.number]).toEqual(['B3.2-01', 'B3.2-02']);
  await as(wang, withdrawEvidence, { task, evidence: first.evidence, seen: 1 });
  expect((await catalogue(wang, { indicator: 'B3.2' })).records.map(({ number }) => number)).toEqual(['B3.2-02']);
  await expect(file({ number: 'B3.2-01' })).rejects.toMatchObject({ code: 'collect.evidenceNumberTaken' });
  expect((await file({ indicators: ['B3.2'], title: '丙' })).number).toBe('B3.2-03');
});

test('a record takes another number unless that means another paper; its old number is never given again', async () => {
  const [first, second] = [await file({ indicators: ['B2.1'], title: '甲' }), await file({ indicators: ['B2.1'] })];
  const { evidence } = second;
  await expect(file({ evidence, seen: 1, number: first.number })).rejects.toMatchObject({
    code: 'collect.evidenceNumberTaken',
  });
  expect(await file({ evidence, seen: 1, number: 'B2.1-07' })).toMatchObject({ number: 'B2.1-07', version: 2 });
  await expect(file({ number: 'B2.1-02' })).rejects.toMatchObject({ code: 'collect.evidenceNumberTaken' });
  expect(await file({ evidence, seen: 2, number: 'B2.1-02' })).toMatchObject({ number: 'B2.1-02' });
  expect(await file({ evidence, seen: 3 })).toMatchObject({ number: 'B2.1-02', version: 4 });
});

test('a paper, a picture and words may be shown in place; anything else is saved, whatever was asked', async () => {
  const shown = async (content: Uint8Array, name: string) => {
    const { sha256 } = await year.files.put(content);
    const { evidence } = await file({ content: { sha256, name } });
    const held = await as(wang, readEvidence, { evidence, shown: true });
    return [held.type, held.shown ?? false];
  };
  const words = (text: string) => new TextEncoder().encode(text);
  expect(await shown(words('%PDF-1.7 <script>alert(1)</script>'), '甲.pdf')).toEqual(['application/pdf', true]);
  expect(await shown(words('<!-- --><svg onload="alert(1)"/>'), '乙.txt')).toEqual(['text/plain; charset=utf-8', true]);
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect(await shown(old, '丙.doc')).toEqual(['application/x-ole-storage', false]);
});

test('two people on one record: the second is told, and nothing is written over', async () => {
  const { evidence } = await file({ title: '初稿' });
  expect(await file({ evidence, seen: 1, title: '二稿' })).toMatchObject({ version: 2 });
  await expect(file({ evidence, seen: 1, title: '三稿' })).rejects.toMatchObject({
    code: 'collect.evidenceMoved',
    data: { person: '王芳', version: 2 },
  });
  const { records } = await catalogue(wang);
  expect(records.find((record) => record.evidence === evidence)?.title).toBe('二稿');
});

test('files are placed by their names: a record, a new one of an indicator, or nobody knows', async () => {
  const { number, evidence } = await file({ indicators: ['B4.1'], title: '编制批复' });
  const placed = await as(wang, placeByName, {
    task,
    names: [`${number} 编制批复.pdf`, '编制批复.docx', 'B4.2 工资证明.pdf', 'IMG_0001.jpg'],
  });
  expect(placed.files).toMatchObject([
    { as: 'record', evidence },
    { as: 'record', evidence },
    { as: 'new', indicator: 'B4.2', title: '工资证明' },
    { as: 'unknown', title: 'IMG_0001' },
  ]);
});

test("what evidence there is counts in an evaluation: filing, changing and taking back raise the round's revision", async () => {
  const revision = async () =>
    (
      await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
        tx.selectFrom('round').select('revision').where('round', '=', ROUND).executeTakeFirstOrThrow(),
      )
    ).revision;
  const before = await revision();
  const { evidence } = await file({ title: '批复' });
  await file({ evidence, seen: 1, title: '决算批复' });
  await as(wang, withdrawEvidence, { task, evidence, seen: 2 });
  expect((await revision()) - before).toBe(3n);
});

test('what was filed is on record: who, which content', async () => {
  const { sha256 } = await pdf('留痕');
  const { evidence } = await file({ content: { sha256, name: '留痕.pdf' } });
  const rows = await transact(open().db, { tenant: 1, reach: '*' }, (tx) =>
    tx.selectFrom('audit').selectAll().where('about', '=', `evidence ${evidence}`).execute(),
  );
  expect(rows).toMatchObject([{ action: 'collect.evidence.file', person: '王芳', detail: { sha256 } }]);
});
