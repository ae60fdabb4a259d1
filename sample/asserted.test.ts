/** What the report asserts of the prefecture follows its data: what is no longer so is said, and nowhere claimed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFigures, type Submission } from '../src/collect/index.ts';
import { openWord, readParagraphs } from '../src/engines/word/index.ts';
import { evaluate } from '../src/evaluate/index.ts';
import { lintReport, makeReport, materialFor, paragraphsOfText } from '../src/report/index.ts';
import { loadScheme } from '../src/scheme/index.ts';
import { sampleFiles, writeSample } from './index.ts';

const asOf = '2025-12-31';
const scheme = loadScheme('schemes/duty-2025');
const bytes = sampleFiles({}).find((file) => file.path === 'template.docx')?.content ?? expect.unreachable();
let dir = '';
let clean: Submission;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'luzhi-asserted-'));
  writeSample(dir, {});
  clean = readFigures(path.join(dir, 'figures'), scheme, { year: scheme.year });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The text of the report on the clean sample without the ledger rows that are dropped, and the data behind it. */
function reportWithout(dropped: (row: Submission['ledgerRows'][number]) => boolean) {
  const submission = { ...clean, ledgerRows: clean.ledgerRows.filter((row) => !dropped(row)) };
  const evaluation = evaluate(scheme, submission, { asOf });
  const template = { file: 'template.docx', bytes };
  const { docx } = makeReport({ scheme, submission, evaluation, template, asOf, name: 'R.docx' });
  const text = readParagraphs(openWord(docx, 'R.docx')).map((paragraph) => paragraph.text);
  return { text: text.join('\n'), material: materialFor(scheme, submission, evaluation) };
}

const OLD_WORDS = '全市学校和幼儿园按照1:5、学生数较多的学校按1:1的要求配备专兼职督学。';
const claimsIn = (text: string, { material }: ReturnType<typeof reportWithout>) =>
  lintReport(paragraphsOfText(text), { year: 2025, asOf, traces: [], material }).filter(({ code }) => code === 'TX-7');

test('where every county has its 责任督学, the report says so and 校核 lets it stand', () => {
  const report = reportWithout(() => false);
  expect(report.text).toContain('按1:5、学生数较多的学校按1:1应配责任督学409人，各县（市、区）均已配足，');
  for (const said of [OLD_WORDS, '责任督学均已配足。']) expect(claimsIn(said, report)).toEqual([]);
});

test('where a county is short of them, it is named, and the claim is told with the leaf', () => {
  const county = clean.org.find('云屏县')?.code;
  const report = reportWithout(({ ledger, unit, values }) => {
    return ledger === 'inspectors' && unit === county && JSON.stringify(values.kind).includes('兼职');
  });
  expect(report.text).toContain('应配责任督学409人，云屏县尚未配足，');
  expect(report.text).not.toContain('均已配足');
  for (const said of [OLD_WORDS, '责任督学均已配足。', '责任督学足额配备。'])
    expect(claimsIn(said, report), said).toMatchObject([{ data: { leaves: ['B1.2 责任督学配备'] } }]);
  for (const said of ['力争责任督学均已配足。', '按1:5应配责任督学409人。', '云屏县责任督学尚未配足。'])
    expect(claimsIn(said, report), said).toEqual([]);
});

test('attachments say of what points are taken, and keep each code in one piece', () => {
  const { text } = reportWithout(() => false);
  expect(text).toContain('查实的违反师德案件尚未处理的共2起，每项扣0.2分');
  expect(text).toContain('B2.2\nC3.1\nC3.2\nD5.1');
});
