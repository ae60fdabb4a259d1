/** A plain template bound by hand on the running store: found, suggested, decided, tried, saved, made into a report. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { docx, paragraph, run } from '../../../test/support/docx.ts';
import { dropWorkbook, openYear, ROUND, type Year } from '../../../test/support/year.ts';
import { sayWith } from '../../kernel/index.ts';
import { type Action, transact, type Who } from '../../platform/index.ts';
import { composeReport } from '../filed/compose-report.ts';
import { setReportTemplate } from '../filed/set-template.ts';
import { messages } from '../index.ts';
import { readReportPages } from '../reading/read-pages.ts';
import type { Decision } from './contract.ts';
import { decideBlanks } from './decide.ts';
import { findStudioItems } from './find-items.ts';
import { listReportTemplates } from './list-templates.ts';
import { readStudio } from './read-studio.ts';
import { saveTemplate } from './save-template.ts';
import { isSure } from './states.ts';
import { tryTemplate } from './try-template.ts';
import { uploadTemplate } from './upload-template.ts';

const open = testDatabase();
let year: Year;
let people: Record<'li' | 'wang' | 'gao', Who>;
let template = '';
const PLAIN = readFileSync(path.resolve(import.meta.dirname, '../../../schemes/duty-2025/template/plain.docx'));

const as = <Out>(who: Who, action: unknown, input: object = {}): Promise<Out> =>
  year.as(who, action as Action<never, Out>, { round: ROUND, ...input });
const refusal = async (doing: Promise<unknown>): Promise<string> => {
  const thrown = await doing.then(
    () => expect.unreachable('was not refused'),
    (error) => error,
  );
  for (const table of [messages.zh, messages.en])
    if (thrown.code in table) expect(sayWith(table)(thrown).length).toBeGreaterThan(10);
  return thrown.code;
};
const upload = async (who: Who, content: Uint8Array, name = '自评报告模板.docx') => {
  const { sha256 } = await year.files.put(content);
  return year.as(who, uploadTemplate as never as Action<never, Awaited<ReturnType<typeof uploadTemplate.perform>>>, {
    name,
    sha256,
  });
};
type Studio = Awaited<ReturnType<typeof readStudio.perform>>;
const studio = (who = people.wang): Promise<Studio> => as<Studio>(who, readStudio, { template });
const blankAt = ({ blanks, paragraphs }: Studio, words: string, text: string) => {
  const found = paragraphs.find((each) => each.text.includes(words));
  const at = (found?.text.indexOf(words) ?? 0) + words.length;
  return blanks.find((blank) => blank.paragraph === found?.paragraph && blank.start === at && blank.text === text);
};
const decide = (decisions: readonly { blank: string; decision: Decision | null; seen: number }[], who = people.wang) =>
  as<{ decided: { version: number }[] }>(who, decideBlanks, { template, decisions });

beforeAll(async () => {
  year = await openYear(open());
  people = {
    li: await year.person('李晨', 'reporter', '云屏县'),
    wang: await year.person('王督导', 'office', '清江市'),
    gao: await year.person('高领导', 'reader', '清江市'),
  };
  await dropWorkbook(year, people.li, '云屏县_2025.xlsx');
  await transact(open().db, { tenant: 1, reach: '*' }, async (tx) => {
    await tx
      .updateTable('figure')
      .set(({ ref }) => ({ accepted: ref('latest') }))
      .execute();
    await tx
      .updateTable('round')
      .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
      .execute();
  });
});

test('a template is uploaded by the office; what is no Word file or has no blank is refused', async () => {
  expect(await refusal(upload(people.li, PLAIN))).toBe('platform.forbidden');
  expect(await refusal(upload(people.gao, PLAIN))).toBe('platform.forbidden');
  expect(await refusal(upload(people.wang, PLAIN.subarray(0, 300)))).toMatch(/^ooxml\./);
  expect(await refusal(upload(people.wang, docx(paragraph(run('本文没有空。')))))).toBe('report.templateBlank');
  const made = await upload(people.wang, PLAIN);
  expect(made).toMatchObject({ name: '自评报告模板.docx', bound: false });
  expect(made.blanks).toBeGreaterThan(200);
  template = made.template;
});

test('its blanks come with candidates, their values and reasons; rows that repeat are one', async () => {
  expect(await refusal(studio(people.li))).toBe('platform.forbidden');
  const desk = await studio();
  const supervision = blankAt(desk, '县级预算教育督导经费', 'XXX');
  expect(supervision).toMatchObject({ kind: 'money', unit: '万元', confidence: expect.any(String) });
  expect(supervision?.offers.map(({ expression }) => expression)).toContain('supervisionBudget');
  expect(supervision?.offers[0]?.formats[0]).toHaveProperty('format');
  const stale = blankAt(desk, '200人、兼职督学', '913');
  expect(stale).toMatchObject({ doubt: 'stale' });
  expect(blankAt(desk, '完成对XX、XX区、XX区、XX区、XX县创建工作', '')).toMatchObject({
    doubt: 'deleted',
    words: ['市', '省', '县'],
  });
  expect(blankAt(desk, '级预算教研经费XX万', '')).toMatchObject({ doubt: 'deleted', words: ['元'] });
  expect(blankAt(desk, '涉及学年度的指标以', '2023—2024')?.offers[0]).toMatchObject({ expression: '@schoolYear' });
  const cells = desk.blanks.filter(({ row }) => row !== undefined);
  expect(cells).toHaveLength(6);
  expect(cells[0]).toMatchObject({ row: { table: 0, row: 1, through: 15, cell: 0 } });
  expect(cells[0]?.offers[0]).toMatchObject({ expression: '@name' });
  const years = desk.blanks.filter(({ doubt }) => doubt === 'wrong');
  expect(years.map(({ text, words }) => [text, words])).toEqual([
    ['20232025', ['2023—2025']],
    ['20232030', ['2023—2030']],
  ]);
});

test('what is confirmed in one act is what stands as 高: a single answer, words that are missing or a figure', async () => {
  const { blanks } = await studio();
  const sure = blanks.filter(isSure);
  expect(sure.map(({ id }) => id)).toEqual(
    blanks.filter(({ confidence }) => confidence === 'high').map(({ id }) => id),
  );
  expect(sure.filter(({ words }) => words.length > 1)).toEqual([]);
  expect(sure.filter(({ doubt }) => doubt === 'wrong')).toEqual([]);
  const lost = blanks.filter(({ doubt, words }) => doubt === 'deleted' && words.length === 1);
  expect(lost.length).toBeGreaterThan(10);
  expect(lost.filter((blank) => !isSure(blank))).toEqual([]);
});

test('an item is found by name for a blank no suggestion fits', async () => {
  const blank = blankAt(await studio(), '县级预算教育督导经费', 'XXX')?.id ?? '';
  const found = await as<{ expression: string }[]>(people.wang, findStudioItems, { template, blank, find: '督导经费' });
  expect(found[0]?.expression).toBe('supervisionBudget');
  expect(await refusal(as(people.wang, findStudioItems, { template, blank: 'p1.90-93', find: '督导' }))).toBe(
    'report.blankUnknown',
  );
});

const figure = (value: string, format: string): Decision => ({ as: 'figure', value, format, label: value });

test('a decision names the version that was looked at, and what the scheme does not know is refused', async () => {
  const blank = blankAt(await studio(), '县级预算教育督导经费', 'XXX')?.id ?? '';
  expect(await refusal(decide([{ blank, decision: figure('nothing', '万元 2'), seen: 0 }]))).toBe(
    'report.decisionUnresolved',
  );
  expect(await refusal(decide([{ blank, decision: figure('supervisionBudget', '人'), seen: 0 }]))).toBe(
    'report.decisionUnresolved',
  );
  expect(await refusal(decide([{ blank: 'p9.1-2', decision: { as: 'leave' }, seen: 0 }]))).toBe('report.blankUnknown');
  expect(await refusal(decide([{ blank, decision: { as: 'leave' }, seen: 0 }], people.gao))).toBe('platform.forbidden');
  await decide([{ blank, decision: { as: 'leave' }, seen: 0 }]);
  expect(await refusal(decide([{ blank, decision: figure('supervisionBudget', '万元 2'), seen: 0 }]))).toBe(
    'report.decisionMoved',
  );
  await decide([{ blank, decision: null, seen: 1 }]);
  expect((await studio()).blanks.find(({ id }) => id === blank)).not.toHaveProperty('decision');
  expect(await refusal(as(people.wang, saveTemplate, { template }))).toBe('report.blanksOpen');
});

test('all decided, it is tried, saved, set, and a report comes of it', async () => {
  const desk = await studio();
  const decisions = desk.blanks.map(({ id, version, offers: [offer], words, doubt }) => {
    const format = offer?.formats[0]?.format ?? '文字';
    const chosen: Decision =
      doubt === 'wrong' || (words.length > 0 && offer === undefined)
        ? { as: 'words', words: words[0] ?? '' }
        : offer === undefined
          ? { as: 'leave' }
          : { as: 'figure', value: offer.expression, format, label: offer.name };
    return { blank: id, decision: chosen, seen: version };
  });
  await decide(decisions);
  expect((await studio()).blanks.every(({ decision }) => decision !== undefined)).toBe(true);
  const tried = await as<Awaited<ReturnType<typeof tryTemplate.perform>>>(people.wang, tryTemplate, { template });
  expect(JSON.stringify(tried.blocks)).toContain('云屏县');
  expect(await refusal(as(people.gao, saveTemplate, { template }))).toBe('platform.forbidden');
  const saved = await as<Awaited<ReturnType<typeof saveTemplate.perform>>>(people.wang, saveTemplate, { template });
  expect(saved.findings).toEqual([]);
  expect(saved.slots).toBeGreaterThan(120);
  await as(people.wang, setReportTemplate, { sha256: saved.sha256 });
  const list = await as<Awaited<ReturnType<typeof listReportTemplates.perform>>>(people.gao, listReportTemplates);
  expect(list).toMatchObject([{ template, bound: { edition: 1, set: true } }]);
  const { report } = await as<{ report: string }>(people.wang, composeReport, { asOf: '2026-01-31' });
  const pages = await as<Awaited<ReturnType<typeof readReportPages.perform>>>(people.gao, readReportPages, { report });
  const text = JSON.stringify(pages.blocks);
  expect(text).toContain('2023—2025');
  expect(text).not.toMatch(/全教育事业|、区）/);
  expect(pages.summary).toMatchObject({ asOf: '2026-01-31' });
  const [counties] = pages.blocks.flatMap((block) => (block.kind === 'table' ? [block.rows.length] : []));
  // Its head, and a row for each county.
  expect(counties).toBe(16);
});

test('a file that was bound before is taken as it is', async () => {
  const bound = readFileSync(path.resolve(import.meta.dirname, '../../../schemes/duty-2025/template.docx'));
  expect(await upload(people.wang, bound, '方案自带模板.docx')).toMatchObject({ bound: true });
});
