import { expect, test } from 'vitest';
import { sayWith } from '../../kernel/index.ts';
import { COMPLETE, collect, countyFile, sayAll, schemeOf, told } from '../fixture.ts';
import type { Answer } from '../form/content.ts';
import { collectFigures, NO_EVIDENCE } from '../read/collect.ts';
import { isIdentityNumber } from './evidence.ts';
import { checkSentences } from './sentences.ts';

const checked = (answers: Readonly<Record<string, Answer>>) => {
  const submission = collect(countyFile({ ...COMPLETE, ...answers }));
  const findings = submission.findings.filter(({ code }) => code !== 'CM-3');
  return { told: told(submission), says: sayAll(findings) };
};

test('a complete workbook has nothing to say but its missing evidence', () => {
  const submission = collect(countyFile());
  expect(submission.findings.map(({ code, severity }) => [code, severity])).toEqual([['CM-3', 'warn']]);
  expect(sayAll(submission.findings)).toEqual(['云屏县缺佐证 1 项：A1。请补充，或在目录中登记“现场查阅”。']);
});

test('an amount typed in another unit is an error that names the unit, and no jump beside it', () => {
  const { told, says } = checked({ exp: { now: '11.02', prior: '105318.72' } });
  expect(told).toEqual(['error UN-1 E5']);
  expect(says).toEqual([
    '本年值 11.02 约为上年 105,318.72 的万分之一。本格单位是“万元”，看来按“亿元”填了，请改按万元填。',
  ]);
  expect(checked({ cost: { now: '1312.05', prior: '12988.02' } }).says).toEqual([
    '本年值 1,312.05 约为上年 12,988.02 的十分之一。本格单位是“元/人”，请核对小数点和单位。',
  ]);
});

test('ten times the people is a jump to explain, not a slip of the unit', () => {
  expect(checked({ staff: { now: '52100', prior: '5210' } }).told).toEqual(['warn YOY-9 E7']);
});

test('a jump is to be explained; an explanation of six characters makes it a hint that is kept', () => {
  const jump = { now: '150000.00', prior: '105318.72' };
  expect(checked({ exp: jump }).says).toEqual(['“教育支出”比上年增长 42.42%，超过 30%。请核对；属实请说明原因。']);
  expect(checked({ exp: { ...jump, reason: '建学校' } }).told).toEqual(['warn YOY-9 E5']);
  const explained = checked({ exp: { ...jump, reason: '新建三所学校' } });
  expect([explained.told, explained.says]).toEqual([
    ['hint YOY-9 E5'],
    ['“教育支出”比上年增长 42.42%，超过 30%。已说明：新建三所学校'],
  ]);
  expect(checked({ exp: { now: '136914.33', prior: '105318.72' } }).told).toEqual([]);
});

test('a share in a % cell is asked about, a small rate that was small last year is not', () => {
  expect(checked({ rate: { now: '0.95', prior: '97.10' } }).says).toEqual([
    '“巩固率”此格填百分数，0.95 表示 0.95%。如为 95%，请填 95。',
  ]);
  expect(checked({ rate: { now: '0.95', prior: '0.90' } }).told).toEqual([]);
  expect(checked({ rate: { now: '9725', prior: '97.10' } }).told).toEqual([
    'error collect.cell.range E8',
    'error UN-6 E8',
  ]);
});

test("last year's cell left empty is an error at that cell, where last year is asked for", () => {
  const empty = checked({ exp: { now: '110205.16', prior: '' } });
  expect([empty.told, empty.says]).toEqual([
    ['error CM-1 D5'],
    ['云屏县的“教育支出”缺 2024 年数，比上年增减和增长率算不出。请补填上年数；上年没有此项填 0。'],
  ]);
});

test('an empty required cell is an error; 不适用, 0 and optional cells are not', () => {
  const empty = checked({ staff: { now: '', prior: '5188' }, title: { now: '' } });
  expect([empty.told, empty.says]).toEqual([
    ['error CM-1 E7'],
    ['云屏县的“教职工”必填，还空着。没有此项填 0，不涉及选“不适用”。'],
  ]);
  expect(checked({ staff: { now: '不适用' }, planned: { now: '不适用' } }).told).toEqual([]);
  expect(checked({ staff: { now: '若干' } }).told).toEqual(['error collect.cell.text E7']);
});

test('zero after a number is to be explained, zero after a small count is not', () => {
  expect(checked({ staff: { now: '0', prior: '5188' } }).says).toEqual([
    '“教职工”上年为 5,188，本年填 0。确为 0 请说明；没有数据请留空。',
  ]);
  expect(checked({ staff: { now: '0', prior: '3' } }).told).toEqual([]);
});

test('evidence older than the year is to be replaced, later papers are usual', () => {
  const record = { title: '批复', mode: 'onsite', indicators: ['A1'], items: [] } as const;
  const evidence = [
    { ...record, number: 'A1-01', date: '2024-03-10' },
    { ...record, number: 'A1-02', date: '2026-02-26' },
  ];
  const { findings } = collect(countyFile(COMPLETE, { evidence }));
  expect(sayAll(findings)).toEqual([
    '佐证 A1-01《批复》的日期 2024-03-10 早于评价年度（2025年）。请换用有效文件，或说明仍然有效。',
  ]);
});

test('a scheme that gives checks ids of its own finds and says the same', () => {
  const own = schemeOf(`
scheme: own
name: 自定编号
year: 2025
levels: [county]
items:
  exp: { name: 教育支出, unit: 万元, by: { county: CZ } }
  staff: { name: 教职工, unit: 人, by: { county: CZ } }
departments: { CZ: { name: 财政局 } }
indicators:
  A: { name: 支出, points: "100", rule: { type: growth, value: exp } }
checks:
  D1: { severity: warn, when: [submit], kind: jump, items: [exp], params: { money: 5%, count: 5% } }
  D2: { severity: error, when: [submit], kind: range, items: [staff], params: { least: "10", most: "20" } }
  D3: { severity: error, when: [report], kind: range, items: [staff], params: { most: "1" } }
`);
  const table =
    'unit,item,period,value\n甲县,exp,2025,110\n甲县,exp,2024,100\n甲县,staff,2025,21\n甲县,staff,2024,10\n';
  const files = [{ name: 'figures.csv', bytes: new TextEncoder().encode(table) }];
  const { findings } = collectFigures({ path: 'figures.csv', files, evidence: NO_EVIDENCE }, own, 2025);
  const say = sayWith(checkSentences(own, 'zh'));
  expect(findings.map((finding) => [finding.code, say(finding)])).toEqual([
    ['D1', '“教育支出”比上年增长 10.00%，超过 5%。请核对；属实请说明原因。'],
    ['D2', '“教职工”填了 21人，超过 20人。请核对。'],
  ]);
});

test('the check character tells an identity number from any other', () => {
  expect(['11010519491231002X', '110105194912310021', '622202020011223344'].map(isIdentityNumber)).toEqual([
    true,
    false,
    false,
  ]);
});
