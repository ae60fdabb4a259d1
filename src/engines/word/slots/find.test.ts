import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { docx, paragraph, run } from '../../../../test/support/docx.ts';
import { CLOSE_CONTROL, openControl } from '../control.ts';
import { openWord } from '../open.ts';
import { findBound, findSlots, findSlotsInText } from './find.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const slot = (key: string, text: string): string =>
  openControl('text', key, '标签', undefined) + run(text) + CLOSE_CONTROL;
const sure = (text: string): string[] =>
  findSlotsInText(text)
    .filter(({ doubtful }) => doubtful === undefined)
    .map((slot) => slot.text);

test.each([
  'X光检查、X射线',
  'XX染色体',
  '5G和Wi-Fi',
  '版心156×225毫米',
  '长3×宽5',
  '注*：见附表*',
  '中国特色社会主义*',
  'C919、SX-200、X86',
  '某种程度上',
  '二○○八年',
  '设X=3，X、Y两个变量',
  '〔2020〕1号',
  'file__name和__init__',
  'XX型血',
  'XXL号校服',
  '2025年1:5配备',
])('%s holds no blank', (text) => expect(sure(text)).toEqual([]));

test.each([
  ['经费XXX.XX亿元，增长XX%', ['XXX.XX', 'XX']],
  ['X府办发〔20XX〕XX号', ['X府办发〔20XX〕XX号']],
  ['X(2023)X号精神', ['X(2023)X号']],
  ['〔xxxx〕x号', ['〔xxxx〕x号']],
  ['共xx.xx元、x所、x.x%', ['xx.xx', 'x', 'x.x']],
  ['共**人、****个', ['**', '****']],
  ['20__年____思想', ['20__', '____']],
  ['20XX-20XX年', ['20XX', '20XX']],
  ['XXXX年XX月XX日', ['XXXX', 'XX', 'XX']],
  ['投入X,XXX.XX万元', ['X,XXX.XX']],
  ['投入ＸＸ．ＸＸ万元', ['ＸＸ．ＸＸ']],
  ['202X年、20XX年', ['202X', '20XX']],
  ['××县、××小学', ['××', '××']],
  ['某县、某市', ['某', '某']],
  ['甲县', ['甲']],
  ['○○市□□局', ['○○', '□□']],
])('%s holds %j', (text, expected) => expect(sure(text)).toEqual(expected));

test.each([
  ['教育经费XXX.XX亿元', 'money', '亿元'],
  ['覆盖率达XX.X%', 'percent', '%'],
  ['资助学生XX万人次', 'count', '万人次'],
  ['公办幼儿园XXX所', 'count', '所'],
  ['XX局教育督导委员会', 'agency', undefined],
  ['完成对XX县创建', 'place', undefined],
  ['列入XXXX年计划', 'year', undefined],
  ['抢抓XX号文件机遇', 'docNo', undefined],
  ['XX一中开展创建', 'name', undefined],
  ['预算教研经费XX万，保障', 'money', '万元'],
  ['投资XX万人次', 'count', '万人次'],
  ['XX人民政府', 'agency', undefined],
  ['招聘XX人民办教师', 'count', '人'],
])('the blank of %s is of kind %s', (text, kind, unit) => {
  const [slot] = findSlotsInText(text);
  expect([slot?.kind, slot?.unit]).toEqual([kind, unit]);
});

test.each([
  ['全15个县参加', 'deleted', ''],
  ['。委、政府多次', 'deleted', ''],
  ['各县（、区）政府', 'deleted', ''],
  ['中央和级补助', 'deleted', ''],
  ['专职督学200人', 'stale', '200'],
  ['截至7月', 'stale', '7'],
  ['2023年，坚持', 'stale', '2023'],
  ['实施方案（20232025年），进一步', 'stale', '20232025'],
  ['预算教研经费XX万，保障', 'deleted', ''],
  ['XX局教育督导委员会', 'substituted', '局'],
  ['。局将“双减”工作写入', 'substituted', '局'],
])('%s is doubtful: %s', (text, doubtful, words) => {
  expect(findSlotsInText(text)).toContainEqual(expect.objectContaining({ doubtful, text: words }));
});

test.each(['健全教育体系', '安全教育', '省级补助和中央财政', '三级预算', '某某同志的年级统计'])(
  '%s has lost no word',
  (text) => expect(findSlotsInText(text).filter(({ doubtful }) => doubtful === 'deleted')).toEqual([]),
);

test.each(['编号20232025号', '电话20232025', '文号2023-2025年'])('%s is no pair of years without its dash', (text) =>
  expect(findSlotsInText(text).filter((slot) => slot.text === '20232025')).toEqual([]),
);

test.each(['教研经费XX万元，', '培训教师XX万，', '经费XX万人'])('%s has not lost its 元', (text) =>
  expect(findSlotsInText(text).filter(({ doubtful }) => doubtful === 'deleted')).toEqual([]),
);

test('what is bound already is no open blank; it is told apart with its key', () => {
  const body = paragraph(run('干部'), slot('a', 'XX'), run('人、专职督学XXX人。'));
  expect(findSlots(openWord(docx(body), 'x')).map(({ id, text }) => [id, text])).toEqual([['s001', 'XXX']]);
  expect(findBound(docx(body), 'x')).toMatchObject([
    {
      slot: 'a',
      text: 'XX',
      before: '干部',
      after: '人、专职督学XXX人。',
      at: { part: 'body', paragraph: 0, offset: 2 },
    },
  ]);
  expect(findBound(docx(paragraph(run('干部XX人'))), 'x')).toEqual([]);
});

test('全市, 全体 and 全面 have lost nothing', () => {
  expect(findSlotsInText('全市教育事业，全体教师，全面推进，全县（市、区）')).toEqual([]);
});

test('at least 97 of 100 blanks of the plain template are found, and 95 of 100 sure finds are blanks', () => {
  const file = path.join(ROOT, 'schemes/duty-2025/template/plain.docx');
  const [, ...lines] = readFileSync(path.join(ROOT, 'test/fixtures/plain-template-blanks.tsv'), 'utf8')
    .trim()
    .split('\n');
  const blanks = new Set(lines);
  const found = findSlots(openWord(readFileSync(file), file))
    .filter(({ doubtful, inTable }) => doubtful === undefined && !inTable)
    .map(({ at, text }) => `${at.paragraph}\t${at.offset}\t${text}`);
  const right = found.filter((line) => blanks.has(line)).length;
  expect(blanks.size).toBe(152);
  expect(right / blanks.size).toBeGreaterThanOrEqual(0.97);
  expect(right / found.length).toBeGreaterThanOrEqual(0.95);
});

test('ids count in reading order, and places lead back to the text', () => {
  const slots = findSlotsInText('甲有XX人\n乙有XXX所');
  expect(slots.map(({ id, at, before }) => [id, at.paragraph, at.offset, before])).toEqual([
    ['s001', 0, 2, '甲有'],
    ['s002', 1, 2, '乙有'],
  ]);
});
