import { expect, test } from 'vitest';
import { decimal } from '../../kernel/index.ts';
import {
  findChanges,
  findDates,
  findDocumentNumbers,
  findHeadingMarks,
  findNumbers,
  findSentences,
  findYearRanges,
  findYears,
  growthInterval,
  interval,
  overlaps,
  parseChineseOrdinal,
} from './index.ts';

const spoken = (text: string) => findNumbers(text).map(({ digits, unit }) => `${digits}${unit}`);

test.each([
  ['教育经费86.42亿元，增长4.31%，比上年提高1.6个百分点', ['86.42亿元', '4.31%', '1.6个百分点']],
  ['在校生17,193 人，其中１２３人', ['17,193人', '１２３人']],
  ['师生比1:16.2', ['1', '16.2']],
  ['2025年9月1日', ['2025年', '9', '1']],
  ['C919、5G、Wi-Fi6和X光', []],
  ['版心156×225', ['156', '225']],
])('%s', (text, expected) => {
  expect(spoken(text)).toEqual(expected);
});

test('a number knows its exact value, its slack and what it is a number of', () => {
  const [money] = findNumbers('全市一般公共预算教育支出达到86.42亿元');
  expect(money).toMatchObject({
    label: '全市一般公共预算教育支出',
    value: decimal('8642000000'),
    slack: decimal('500000'),
    kind: 'amount',
    dimension: 'money',
  });
});

test('a comma between two numbers of a list joins nothing', () => {
  expect(spoken('分别为12,34,56')).toEqual(['12', '34', '56']);
});

test('a word of change governs the number behind it; 增加到 gives a level', () => {
  const text = '同口径增长4.31%，减少732万元，由10人增加到12人';
  const changes = findChanges(text, findNumbers(text));
  expect(changes.map(({ word, direction, restated }) => [word, direction, restated])).toEqual([
    ['增长', 'up', true],
    ['减少', 'down', false],
  ]);
});

test('growth is wrong only when rounding cannot explain it', () => {
  const printed = (value: string, slack: string) => interval({ value: decimal(value), slack: decimal(slack) });
  const allowed = growthInterval(printed('86.42', '0.005'), printed('82.85', '0.005')) ?? expect.unreachable();
  expect(overlaps(allowed, printed('0.0431', '0.00005'))).toBe(true);
  expect(overlaps(allowed, printed('0.0413', '0.00005'))).toBe(false);
  expect(growthInterval(printed('1', '0'), printed('0', '0.5'))).toBeUndefined();
});

test('year ranges with a dash, with equal ends, and with the dash lost', () => {
  const ranges = findYearRanges('规划(2023-2023)、2025—2030年、实施方案(20232025年)、电话20232025');
  expect(ranges.map(({ from, to, joint }) => [from, to, joint])).toEqual([
    [2023, 2023, '-'],
    [2025, 2030, '—'],
    [2023, 2025, ''],
  ]);
});

test('a year in the title of a paper belongs to the paper', () => {
  expect(findYears('2025年印发《2019年方案》').map(({ year }) => year)).toEqual([2025]);
});

test('dates with and without a year', () => {
  expect(findDates('2025年2月30日和4月31日')).toMatchObject([
    { year: 2025, month: 2, day: 30 },
    { month: 4, day: 31 },
  ]);
});

test('document numbers are found with any bracket', () => {
  const found = findDocumentNumbers('（江教督〔2025〕3号）、清府办发[2024]第012号、X(2023)X号');
  expect(found.map(({ open, year, ordinal, serial }) => [open, year, ordinal, serial])).toEqual([
    ['〔', '2025', '', '3'],
    ['[', '2024', '第', '012'],
    ['(', '2023', '', 'X'],
  ]);
});

test('a year in brackets that is no document number is left alone', () => {
  expect(findDocumentNumbers('规划（2025）年底完成')).toEqual([]);
});

test('marks of all four levels, also where line breaks were lost; numbers before measure words are no marks', () => {
  const text = '一、成效(一)保障优先发展1完善体制。局配督学6名，下设2个科室。3 .优化布局。4.落实经费。';
  expect(findHeadingMarks(text).map(({ level, number }) => [level, number])).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
    [3, 3],
    [3, 4],
  ]);
});

test.each([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['九十九', 99],
  ['二三', undefined],
  ['', undefined],
])('%s counts as %s', (text, value) => {
  expect(parseChineseOrdinal(text)).toBe(value);
});

test('sentences keep their places', () => {
  const text = '甲。乙；丙';
  expect(findSentences(text).map((each) => text.slice(each.start, each.end))).toEqual(['甲。', '乙；', '丙']);
});
