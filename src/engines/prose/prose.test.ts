import { expect, test } from 'vitest';
import { decimal } from '../../kernel/index.ts';
import {
  findChanges,
  findDates,
  findDocumentNumbers,
  findHeadingMarks,
  findMoves,
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

test('more or less than a year before is a change too', () => {
  const text = '较上年多投入3.57亿元，比上年多招58人，较2024年少0.52万人，比上年扩招9人，多功能教室30间';
  const changes = findChanges(text, findNumbers(text));
  expect(changes.map(({ word, direction }) => [word, direction])).toEqual([
    ['多投入', 'up'],
    ['多招', 'up'],
    ['少', 'down'],
    ['扩招', 'up'],
  ]);
});

test.each([
  ['由17.2:1下降到16.5:1', [['17.2', '16.5']]],
  ['由1:17.2提高到1:16.5', []],
  ['由6:4提高到5:5', []],
  ['由100个减少到65个', [['100', '65']]],
])('%s moves between levels, never between the sides of a ratio', (text, expected) => {
  expect(findMoves(text, findNumbers(text)).map(({ from, to }) => [from.digits, to.digits])).toEqual(expected);
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

test('words of the sentence belong to no agency; 和 before 政 is a county', () => {
  const found = findDocumentNumbers('根据清教发〔2025〕12号和清教发〔2025〕7号，以及和政发〔2025〕1号');
  expect(found.map(({ agency }) => agency)).toEqual(['清教发', '清教发', '和政发']);
  expect(found[0]).toMatchObject({ start: 2 });
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
  '新建教学楼6栋，购置校车40辆，校舍面积40平方米。',
  '成立宣讲队15支，开设课程20门，建成实训基地12座。',
  '占地面积20亩，创建品牌10余个，招募志愿者30余名。',
  '30余名志愿者进校。12座实训基地建成；6至12岁儿童全部入学。',
  '（一）新建教学楼1栋',
  '（二）形成1校1品格局',
  '打造示范校3好学生活动',
])('numbers inside a sentence are no marks: %s', (text) => {
  expect(findHeadingMarks(text).filter(({ level }) => level === 3)).toEqual([]);
});

test('a mark without a dot begins a sentence, or is the first behind a heading that lost its line break', () => {
  const of = (text: string) => findHeadingMarks(text).flatMap(({ level, number }) => (level === 3 ? [number] : []));
  expect(of('2组织领导。3大力推进；4优化布局')).toEqual([2, 3, 4]);
  expect(of('(四)全面保障和促进教育公平,营造良好教育生态1全面规范招生秩序。')).toEqual([1]);
  expect(of('(四)全面保障和促进教育公平2全面规范招生秩序。')).toEqual([]);
});

test('a mark with its dot may stand before a word of measure or a year; the year stays a year', () => {
  const of = (text: string) => findHeadingMarks(text).map(({ number }) => number);
  expect(['2.项目建设', '4.家校共育', '2.名师培养', '3.2024年、2025年分别投入', '6.2023—2025年'].flatMap(of)).toEqual([
    2, 4, 2, 3, 6,
  ]);
  expect(['3名督学', '2项目建设', '增长3.2024倍', '1.2万名学生', '3.5亿元'].flatMap(of)).toEqual([]);
  expect(spoken('3.2024年、2025年分别投入3.2亿元')).toEqual(['3', '2024年', '2025年', '3.2亿元']);
  expect(findYears('3.2024年、2025年').map(({ year }) => year)).toEqual([2024, 2025]);
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
