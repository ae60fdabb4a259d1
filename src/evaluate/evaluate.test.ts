import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  decimal,
  type Figure,
  type ItemCode,
  printDecimal,
  sayWith,
  type UnitCode,
  ZERO,
} from '../kernel/index.ts';
import type { OrgUnit } from '../org/index.ts';
import { figure, schemeOf, submission, unit } from './fixture.ts';
import { checkSentences, evaluate, messages, parseLastYear } from './index.ts';

const HEAD = `
scheme: test
name: 测试方案
year: 2025
levels: [prefecture, county]
total: "10"
departments: { JY: { name: 教育局 }, CZ: { name: 财政局 } }
grades: [{ name: 优秀, from: "9" }, { name: 良好, from: "8" }, { name: 合格, from: "6" }, { name: 不合格 }]
`;
const RATE = `${HEAD}
items:
  graduates: { name: 毕业生, unit: 人, by: { county: JY } }
  intake: { name: 入学人数, unit: 人, by: { county: JY } }
  retention: { name: 巩固率, unit: "%", formula: graduates / intake }
  spending: { name: 教育支出, unit: 元, by: { prefecture: CZ, county: CZ }, zone: own, prior: true, nature: { this: 执行数, prior: 决算数 } }
indicators:
  A: { name: 义务教育 }
  A1: { name: 巩固, points: "6", value: retention, unit: "%", rule: { type: threshold, met: retention >= 85% } }
  A2: { name: 投入, points: "4", value: spending, unit: 元, rule: { type: growth, value: spending } }
vetoes:
  V1: { name: 支出为零, when: spending = 0 }
downgrades:
  D1: { name: 巩固率不足一半, when: retention < 50% }
checks:
  YOY-1: { severity: warn, when: [lock], kind: notBelowPrior, items: [spending] }
  XF-3: { severity: error, when: [lock], rule: graduates <= intake, says: "毕业生{graduates}多于入学{intake}。请核对两项。" }
`;
const rate = schemeOf(RATE);
const PREFECTURE = unit('清江市', 'prefecture');
const COUNTIES = Array.from({ length: 15 }, (_, index) => unit(`县${index + 1}`, 'county', '清江市'));
const AREA = [PREFECTURE, ...COUNTIES];

/** Every county with 10,000 graduates and as many spent, and the prefecture's own money; two years. */
const full = (graduates = '10000', intake = '10000'): Figure[] => [
  ...COUNTIES.flatMap(({ code }) => [
    figure(code, 'graduates', graduates, '人'),
    figure(code, 'intake', intake, '人'),
    figure(code, 'spending', '100', '元', { nature: '执行数' }),
    figure(code, 'spending', '90', '元', { period: '2024', nature: '决算数' }),
  ]),
  figure('清江市', 'spending', '50', '元', { nature: '执行数' }),
  figure('清江市', 'spending', '50', '元', { period: '2024', nature: '决算数' }),
];
const run = (figures: readonly Figure[], scheme = rate, units: readonly OrgUnit[] = AREA) =>
  evaluate(scheme, submission(units, figures), { asOf: '2025-12-31' });
const of = (evaluation: ReturnType<typeof run>, code = '清江市') => {
  const found = evaluation.results.units.find((each) => each.code === code);
  if (found === undefined) throw new Error(`not judged: ${code}`);
  return found;
};
const leaf = (evaluation: ReturnType<typeof run>, indicator: string, code?: string) =>
  of(evaluation, code).results.find((each) => each.code === indicator);

test('one county of fifteen missing: the total is a gap that names it, and says how many reported', () => {
  const evaluation = run(full().filter(({ key }) => !(key.subject === '县7' && key.item === 'graduates')));
  const result = leaf(evaluation, 'A1');
  expect(result).toMatchObject({ verdict: 'undecided', why: '无法判定：缺 县7 毕业生。' });
  expect(result).not.toHaveProperty('points');
  expect(of(evaluation)).toMatchObject({
    score: '4.00',
    of: '10.00',
    gradeBySum: '待定',
    grade: '待定',
    undecided: ['A1'],
  });
  expect(evaluation.walk('graduates' as ItemCode, '清江市' as UnitCode)).toMatchObject({
    how: 'sum',
    value: { gap: 'missing' },
    coverage: { of: 15, reported: 14, missing: ['县7'], sumOfReported: { value: '140000', unit: '人' } },
  });
});

test('the year before missing is never met', () => {
  const evaluation = run(
    full().filter(({ key }) => !(key.subject === '县3' && JSON.stringify(key.period).includes('2024'))),
  );
  expect(leaf(evaluation, 'A2')).toMatchObject({ verdict: 'undecided', why: '无法判定：缺 县3 2024年 教育支出。' });
});

test('natures that the item does not name are not compared', () => {
  const figures = full().map((each) =>
    each.nature === '决算数' && each.key.subject === '县1' ? { ...each, nature: '快报数' as const } : each,
  );
  expect(leaf(run(figures), 'A2', '县1')).toMatchObject({ verdict: 'undecided' });
  // What differs is said: the figure is there, nobody need send it again.
  expect(leaf(run(figures), 'A2', '县1')?.why).toBe(
    '无法判定：两年数的性质或单位范围不同，不能相比：县1 教育支出（本年为执行数，上年为快报数）。',
  );
  expect(leaf(run(full()), 'A2', '县1')).toMatchObject({ verdict: 'met' });
});

test('dividing by zero is undecided, never zero points', () => {
  expect(leaf(run(full('0', '0')), 'A1')).toMatchObject({ verdict: 'undecided', shown: '缺' });
});

test('84.96 % is not 85 %, and a third decimal is kept where two would read as the limit', () => {
  expect(leaf(run(full('8496')), 'A1')).toMatchObject({
    points: '0.00',
    verdict: 'unmet',
    why: '实际 84.96%，未达到 85%，得 0 分。',
  });
  expect(leaf(run(full('84996', '100000')), 'A1')?.why).toBe('实际 84.996%，未达到 85%，得 0 分。');
  expect(leaf(run(full('8500')), 'A1')).toMatchObject({
    points: '6.00',
    verdict: 'met',
    why: '实际 85%，达到 85%，得 6 分。',
  });
});

test('a county stated as 不适用 is left out of the sum', () => {
  const figures = full().map((each) =>
    each.key.subject === '县1' && each.key.item === 'graduates' ? figure('县1', 'graduates', '不适用', '人') : each,
  );
  expect(run(figures).walk('graduates' as ItemCode, '清江市' as UnitCode)).toMatchObject({
    value: { value: '140000' },
  });
});

test('a veto changes the grade after the sum and never the sum', () => {
  const figures = full().map((each) =>
    each.key.item === 'spending' && each.key.subject === '县2'
      ? { ...each, value: { kind: 'quantity' as const, steps: 0n, unit: '元' as const } }
      : each,
  );
  expect(of(run(figures), '县2')).toMatchObject({
    score: '10.00',
    gradeBySum: '优秀',
    grade: '不合格',
    vetoes: [{ code: 'V1', why: '触发一票否决情形：支出为零（县2）。总分不变，按方案等次为不合格。' }],
  });
});

test('a zone whose money lies with the prefecture is not added twice', () => {
  const zone = unit('高新区', 'zone', '清江市', '县1');
  const evaluation = run([...full(), figure('高新区', 'spending', '30', '元')], rate, [...AREA, zone]);
  expect(evaluation.walk('spending' as ItemCode, '清江市' as UnitCode)).toMatchObject({
    value: { value: '1550' },
    coverage: { of: 15 },
  });
  expect(evaluation.results.units.map(({ code }) => code)).toContain('高新区');
});

test("what the prefecture states itself is known though a county is missing, and leads to its bureau's cell", () => {
  const scheme = schemeOf(
    RATE.replace(
      'indicators:',
      '  ownSpending: { name: 教育支出（市本级）, unit: 万元, from: { own: spending } }\nindicators:',
    ),
  );
  const evaluation = run(
    full().filter(({ key }) => key.subject !== '县7'),
    scheme,
  );
  const own = evaluation.walk('ownSpending' as ItemCode, '清江市' as UnitCode);
  expect(own).toMatchObject({ how: 'stated', value: { value: '50', unit: '元' }, nature: '执行数' });
  expect(own?.origins().sources).toMatchObject([{ source: { file: '清江市.xlsx' }, shown: '50' }]);
  expect(evaluation.walk('ownSpending' as ItemCode, '清江市' as UnitCode, -1)).toMatchObject({
    value: { value: '50' },
  });
  expect(evaluation.walk('spending' as ItemCode, '清江市' as UnitCode)).toMatchObject({ value: { gap: 'missing' } });
});

test('another department is held against the owner, and a second statement is a finding', () => {
  const evaluation = run([
    ...full(),
    figure('县1', 'graduates', '9000', '人', { dept: 'CZ' }),
    figure('县2', 'graduates', '9000', '人', { dept: 'JY' }),
  ]);
  expect(evaluation.results.findings.map(({ code, at }) => [code, at.unit])).toEqual(
    expect.arrayContaining([
      ['evaluate.figure.otherReporter', '县1'],
      ['evaluate.figure.double', '县2'],
    ]),
  );
  expect(evaluation.walk('graduates' as ItemCode, '清江市' as UnitCode)).toMatchObject({ value: { value: '150000' } });
});

test('checks name the cell and speak in the words of the scheme', () => {
  const evaluation = run([
    ...full().filter(({ key }) => !(key.subject === '县4' && key.item === 'graduates')),
    figure('县4', 'graduates', '10001', '人', { cell: 'D9' }),
  ]);
  const found = evaluation.results.findings.find(({ code }) => code === 'XF-3');
  expect(found?.at).toMatchObject({ file: '县4.xlsx', cell: 'D9', unit: '县4' });
  expect(found && checkSentences(rate, 'zh')['XF-3']?.(found.data)).toBe(
    '县4：毕业生10,001 人多于入学10,000 人。请核对两项。',
  );
});

test('the walk of a rate leads to the cells of the counties', () => {
  const rateWalk = run(full()).walk('retention' as ItemCode, '清江市' as UnitCode);
  const cells = rateWalk?.inputs().flatMap((total) => total.inputs().map(({ source }) => source?.kind));
  expect(cells).toEqual(Array(30).fill('cell'));
});

const RULES = `${HEAD.replace('levels: [prefecture, county]', 'levels: [county]')}
items:
  x: { name: 数量, unit: 个, by: { county: JY } }
  y: { name: 人数, unit: 人, by: { county: JY } }
indicators:
  A: { name: 规则 }
  A1: { name: 逐档, points: "2", rule: { type: stepDown, value: NUMBER(x), target: "90", step: "1", take: "0.5" } }
  A2: { name: 比例, points: "1", rule: { type: proportional, value: x, target: "90" } }
  A3: { name: 排名, points: "2", rule: { type: ranking, value: y, points: ["2", "1", "0.5"] } }
  A4: { name: 学段, points: "4", rule: { type: share, elements: [{ name: 甲, met: x > 1 }, { name: 乙, met: x > 2 }, { name: 丙, met: x > 1000 }] } }
  A5: { name: 加项, points: "1", rule: { type: countCapped, value: NUMBER(x), each: "0.5", most: "1" } }
`;
const rules = schemeOf(RULES);
const three = [PREFECTURE, ...COUNTIES.slice(0, 3)];
const judge = (xs: readonly string[], ys: readonly string[]) =>
  run(
    [
      ...xs.map((x, index) => figure(`县${index + 1}`, 'x', x, '个')),
      ...ys.map((y, index) => figure(`县${index + 1}`, 'y', y, '人')),
    ],
    rules,
    three,
  );

test.each([
  ['A1', '88', '1.00', '实际 88.00，未达到 90，计 2 档，每档扣 0.5 分，得 1 分。'],
  ['A4', '88', '2.67', '3 项中 2 项达到（未达到：丙），得 4 × 2/3 = 2.67 分。'],
  ['A5', '88', '1.00', undefined],
  ['A2', '45', '0.50', undefined],
])('%s of %s gives %s', (code, x, points, why) => {
  const result = leaf(judge([x, '1', '1'], ['1', '2', '3']), code, '县1');
  expect(result?.points).toBe(points);
  if (why !== undefined && code !== 'A1') expect(result?.why).toBe(why);
});

test('equal values share the better rank; while one is missing no rank is known', () => {
  const points = (ys: readonly string[]) =>
    ['县1', '县2', '县3'].map((code) => leaf(judge(['1', '1', '1'], ys), 'A3', code)?.points);
  expect(points(['5', '5', '3'])).toEqual(['2.00', '2.00', '0.50']);
  expect(points(['5', '4'])).toEqual([undefined, undefined, undefined]);
});

test('the total is the sum of the points as they are printed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 3 }), (xs) => {
      const evaluation = judge(xs.map(String), ['1', '2', '3']);
      for (const each of evaluation.results.units) {
        const byHand = each.results.reduce((sum, { points }) => add(sum, decimal(points ?? '0')), ZERO);
        expect(each.score).toBe(printDecimal(byHand, 2));
      }
    }),
    { numRuns: 50 },
  );
});

test('the worked example of the 差异系数 gives exactly 0.125', () => {
  const scheme = schemeOf(`${HEAD}
items:
  students: { name: 学生数, unit: 人, by: { school: school } }
  area: { name: 用房面积, unit: ㎡, by: { school: school } }
  cv: { name: 差异系数, unit: "1", formula: "CV(area, students)" }
indicators:
  A: { name: 均衡, points: "10", value: cv, unit: "1", rule: { type: threshold, met: cv <= 0.5 } }
`);
  const schools = ['甲', '乙', '丙'].map((name) => unit(name, 'school', '县1'));
  const students = ['100', '300', '600'];
  const figures = ['600', '1200', '3000'].flatMap((area, index) => [
    figure(['甲', '乙', '丙'][index] ?? '', 'area', area, '㎡'),
    figure(['甲', '乙', '丙'][index] ?? '', 'students', students[index] ?? '', '人'),
  ]);
  const evaluation = run(figures, scheme, [PREFECTURE, unit('县1', 'county', '清江市'), ...schools]);
  expect(evaluation.walk('cv' as ItemCode, '县1' as UnitCode)?.value).toEqual({ value: '0.125', unit: '1' });
  const blocked = run(figures.slice(1), scheme, [PREFECTURE, unit('县1', 'county', '清江市'), ...schools]);
  expect(blocked.walk('cv' as ItemCode, '县1' as UnitCode)?.value).toMatchObject({ gap: 'missing' });
});

test('the schools a 差异系数 passes over are said in why, in the inputs and on the walk, up to the prefecture', () => {
  const scheme = schemeOf(`${HEAD}
items:
  students: { name: 学生数, unit: 人, by: { school: school } }
  area: { name: 用房面积, unit: ㎡, by: { school: school } }
  cv: { name: 差异系数, unit: "1", formula: "CV(area, students, OR(students = 0, students >= 50))" }
  worst: { name: 最大值, unit: "1", formula: "MAX(cv, 0)" }
  held: { name: 达标县数, unit: 个, formula: "COUNT(counties, worst <= 0.5)" }
indicators:
  A: { name: 均衡 }
  A1: { name: 县, points: "10", levels: [county], value: worst, unit: "1", rule: { type: threshold, met: worst <= 0.5 } }
  A2: { name: 市, points: "10", levels: [prefecture], value: held, unit: 个, rule: { type: threshold, met: held >= 1 } }
`);
  const rows = { 甲: ['600', '100'], 乙: ['1200', '300'], 丙: ['3000', '600'], 空校: ['0', '0'], 小点: ['9', '9'] };
  const schools = Object.keys(rows).map((name) => unit(name, 'school', '县1'));
  const figures = Object.entries(rows).flatMap(([name, [area = '', students = '']]) => [
    figure(name, 'area', area, '㎡'),
    figure(name, 'students', students, '人'),
  ]);
  const evaluation = run(figures, scheme, [PREFECTURE, unit('县1', 'county', '清江市'), ...schools]);
  const leftOut = [
    { why: 'no-weight', units: ['空校'] },
    { why: 'condition', units: ['小点'] },
  ];
  const said = '计算差异系数时，另有 1 所学校因学生数为0未计入（空校）；另有 1 所学校按方案规定的范围不计入（小点）。';
  for (const code of ['清江市', '县1']) {
    const result = evaluation.results.units.find((each) => each.code === code)?.results[0];
    expect(result?.inputs[0]).toMatchObject({ leftOut });
    expect(result?.why).toMatch(/分。计算/);
    expect(result?.why).toContain(said);
  }
  expect(evaluation.walk('cv' as ItemCode, '县1' as UnitCode)).toMatchObject({
    value: { value: '0.125', unit: '1' },
    leftOut,
  });
  expect(evaluation.walk('area' as ItemCode, '县1' as UnitCode)).not.toHaveProperty('leftOut');
});

const RESTATED = schemeOf(`${HEAD}
items:
  spending: { name: 教育支出, unit: 元, by: { county: CZ }, prior: true, nature: { this: 执行数, prior: 决算数 } }
  staff: { name: 教职工, unit: 人, by: { county: JY } }
indicators:
  A: { name: 投入, points: "10", rule: { type: growth, value: spending } }
checks:
  YOY-1: { severity: warn, when: [lock], levels: [county], kind: notBelowPrior, items: [spending] }
  YOY-8: { severity: warn, when: [lock], kind: priorDiffers }
`);

/** `results.json` of 2024, in which 县1 reported `spending` of that nature. */
const filed = (spending: string, nature: string, year = 2024): string =>
  JSON.stringify({
    year,
    units: [
      {
        results: [
          {
            inputs: [
              {
                item: 'spending',
                unit: '县1',
                period: 'calendar(2024)',
                value: { value: spending, unit: '元' },
                nature,
              },
              { item: 'staff', unit: '县1', period: 'calendar(2024)', value: { gap: 'missing', from: [] } },
            ],
          },
        ],
      },
    ],
  });

const restated = (results: string | undefined, reason?: string): readonly string[] => {
  const figures = [
    { ...figure('县1', 'spending', '90', '元'), ...(reason === undefined ? {} : { reason }) },
    figure('县1', 'spending', '95', '元', { period: '2024', nature: '决算数', cell: 'E7' }),
    figure('县1', 'staff', '10', '人', { period: '2024' }),
  ];
  const evaluation = evaluate(
    RESTATED,
    submission([PREFECTURE, unit('县1', 'county', '清江市')], figures),
    results === undefined
      ? { asOf: '2025-12-31' }
      : { asOf: '2025-12-31', lastYear: parseLastYear(results, '上年.json', 2024) },
  );
  const say = sayWith(messages.zh, checkSentences(RESTATED, 'zh'));
  return evaluation.results.findings
    .filter(({ code }) => code.startsWith('YOY'))
    .map((finding) => `${finding.code} ${finding.severity} ${finding.at.cell} ${say(finding)}`);
};

test("last year restated otherwise than it was reported is asked about at last year's cell", () => {
  expect(restated(filed('94', '决算数'))[1]).toBe(
    'YOY-8 warn E7 县1的教育支出，本次填的上年数为 95 元（决算数），上年报的是 94 元（决算数），相差 1 元。请核对；确有调整请说明原因。',
  );
  expect(restated(filed('94', '执行数'))[1]).toMatch(/^YOY-8 hint E7/);
  expect(restated(filed('95', '执行数'))).toHaveLength(1);
  expect(restated(undefined)).toHaveLength(1);
});

test('what was explained beside the figure is kept as a hint, not asked again', () => {
  expect(restated(filed('94', '决算数'), '两所学校划转至市直属')).toEqual([
    'YOY-1 hint F7 教育支出比上年减少 5 元，下降 5.26%。已说明：两所学校划转至市直属',
    'YOY-8 hint E7 县1的教育支出，本次填的上年数为 95 元（决算数），上年报的是 94 元（决算数），相差 1 元。已说明：两所学校划转至市直属',
  ]);
  expect(restated(undefined, '属实')[0]).toMatch(/^YOY-1 warn/);
});

test.each([
  ['{', 'evaluate.lastYearUnreadable'],
  ['[]', 'evaluate.lastYearUnreadable'],
  ['{"__proto__":{"year":2024,"units":[]}}', 'evaluate.lastYearUnreadable'],
  [filed('1', '决算数', 2023), 'evaluate.lastYearDiffers'],
])('%.20s is refused as last year’s results', (text, code) => {
  expect(() => parseLastYear(text, '上年.json', 2024)).toThrow(expect.objectContaining({ code }));
});

test('every finding has a sentence in both languages', () => {
  const scheme = schemeOf(`${HEAD}
items:
  total: { name: 总数, unit: 元, by: { county: CZ } }
  part: { name: 分项, unit: 元, by: { county: CZ }, prior: true }
  stated: { name: 全市数, unit: 元, by: { prefecture: CZ }, roll: apart }
  share: { name: 占比, unit: "%", by: { county: CZ } }
  each: { name: 生均, unit: 元/人, by: { county: CZ } }
  people: { name: 学生, unit: 人, by: { county: CZ } }
  arrears: { name: 拖欠, unit: 元, by: { county: CZ } }
indicators:
  A: { name: 占比 }
  A1: { name: 占比, points: "10", value: share, unit: "%", rule: { type: threshold, met: share >= 85% } }
vetoes:
  V1: { name: 有拖欠, when: arrears > 0 }
checks:
  XF-1: { severity: error, when: [lock], levels: [county], kind: sumOfParts, params: { total: total, parts: part } }
  XF-2: { severity: error, when: [lock], levels: [prefecture], kind: countySum, params: { whole: stated, item: total } }
  XF-3: { severity: error, when: [lock], levels: [county], rule: part >= total }
  XF-4: { severity: error, when: [lock], levels: [county], kind: percentSum, items: [share] }
  XF-9: { severity: warn, when: [lock], levels: [county], kind: perStudentAgrees, params: { total: total, amounts: each, students: people } }
  YOY-1: { severity: warn, when: [lock], levels: [county], kind: notBelowPrior, items: [part] }
  TH-1: { severity: hint, when: [lock], kind: thresholdEdge }
`);
  const evaluation = run(
    [
      figure('县1', 'total', '100', '元'),
      figure('县1', 'part', '90', '元'),
      figure('县1', 'part', '95', '元', { period: '2024' }),
      figure('县1', 'part', '95', '元', { period: '2020' }),
      figure('县1', 'share', '84.96', '%'),
      figure('县1', 'each', '2', '元/人'),
      figure('县1', 'people', '10', '人'),
      figure('清江市', 'stated', '101', '元'),
    ],
    scheme,
    [PREFECTURE, unit('县1', 'county', '清江市')],
  );
  const { findings } = evaluation.results;
  expect(new Set(findings.map(({ code }) => code))).toEqual(
    new Set([
      'evaluate.figure.period',
      'evaluate.clause.undecided',
      'evaluate.undecided',
      ...scheme.checks.map(({ id }) => id),
    ]),
  );
  for (const language of ['zh', 'en'] as const) {
    const say = sayWith(messages[language], checkSentences(scheme, language));
    for (const finding of findings) expect(say(finding)).not.toMatch(/undefined|NaN|\{/);
  }
  const say = sayWith(messages.zh, checkSentences(scheme, 'zh'));
  const said = (code: string) => say(findings.find((finding) => finding.code === code) ?? { code: '', data: {} });
  expect(said('XF-1')).toBe('分项合计 90 元 与总数 100 元 差 10 元。请核对各分项。');
  expect(said('XF-2')).toBe('1 个县合计 100 元 与市填报数 101 元 差 1 元。请核对市填报数和各县填报数。');
  expect(said('TH-1')).toBe('实际 84.96%，未达到 85%。印出时保留两位，不写作 85%。');
});
