/** Every scoring rule at its edges, and what changes a grade without changing the sum (reference 3). */
import { expect, test } from 'vitest';
import type { CellPlan } from '../engines/sheet/index.ts';
import { figure, schemeOf, submission, unit } from './fixture.ts';
import { evaluate } from './index.ts';
import { zh } from './messages.zh.ts';
import { showScore } from './print.ts';
import { resultsWorkbook } from './table/results-workbook.ts';

const AREA = [
  unit('甲市', 'prefecture'),
  unit('乙县', 'county', '甲市'),
  unit('丙县', 'county', '甲市'),
  unit('丁县', 'county', '甲市'),
];

/** One leaf of ten points over the items a, b (numbers), r (a rate in %), p (points) and ok, stated by counties. */
const schemeText = (leaf: string, more = ''): string => `
scheme: one
name: 一项
year: 2025
levels: [county]
total: "10"
departments: { JY: { name: 教育局 } }
items:
  a: { name: 甲数, unit: 个, by: { county: JY }, prior: true, min: "0" }
  b: { name: 乙数, unit: 个, by: { county: JY } }
  r: { name: 覆盖率, unit: "%", by: { county: JY } }
  p: { name: 评审分, unit: 分, by: { county: JY } }
  ok: { name: 已做到, unit: 是否, by: { county: JY } }
indicators:
  A: { name: 全部 }
  A1: { name: 一项, points: "10", ${leaf} }
grades: [{ name: 优秀, from: "9" }, { name: 良好, from: "8" }, { name: 合格, from: "6" }, { name: 不合格 }]
${more}`;
const schemeWith = (rule: string, more = '') => schemeOf(schemeText(`rule: ${rule}`, more));

type Stated = Readonly<Partial<Record<'a' | 'b' | 'r' | 'p' | 'ok' | 'before', string>>>;
const UNITS = { a: '个', b: '个', r: '%', p: '分', ok: '是否' } as const;

const figuresOf = (county: string, stated: Stated) =>
  Object.entries(stated).map(([item, amount]) =>
    item === 'before'
      ? figure(county, 'a', amount, '个', { period: '2024' })
      : figure(county, item, amount, UNITS[item as keyof typeof UNITS]),
  );

/** What 乙县 gets; the others state the same unless told otherwise. */
function judgedAll(scheme: ReturnType<typeof schemeOf>, stated: Stated, others: readonly Stated[] = []) {
  const figures = ['乙县', '丙县', '丁县'].flatMap((county, at) =>
    figuresOf(county, at === 0 ? stated : (others[at - 1] ?? stated)),
  );
  const { results } = evaluate(scheme, submission(AREA, figures), { asOf: '2025-12-31' });
  const found = results.units.find(({ code }) => code === '乙县');
  if (found === undefined) throw new Error('乙县 was not judged');
  return found;
}

/** The same with its first leaf. */
function judged(...given: Parameters<typeof judgedAll>) {
  const found = judgedAll(...given);
  const [leaf] = found.results;
  if (leaf === undefined) throw new Error('nothing was judged');
  return { ...found, leaf };
}

const THRESHOLD = '{ type: threshold, met: r >= 85% }';
const RULES: readonly (readonly [string, string, readonly (readonly [Stated, string])[]])[] = [
  [
    'threshold',
    THRESHOLD,
    [
      [{ r: '85' }, '10.00'],
      [{ r: '84.99' }, '0.00'],
      [{ r: '84.96' }, '0.00'],
    ],
  ],
  [
    'step down, where a step begun counts',
    '{ type: stepDown, value: r, target: 85%, step: 0.1%, take: "2" }',
    [
      [{ r: '85' }, '10.00'],
      [{ r: '84.9' }, '8.00'],
      [{ r: '84.89' }, '6.00'],
      [{ r: '84.5' }, '0.00'],
      [{ r: '10' }, '0.00'],
    ],
  ],
  [
    'step up, where less is better',
    '{ type: stepDown, value: a, target: "3", direction: atMost, step: "1", take: "4" }',
    [
      [{ a: '3' }, '10.00'],
      [{ a: '4' }, '6.00'],
      [{ a: '6' }, '0.00'],
    ],
  ],
  [
    'proportional, rounded once and half away from zero',
    '{ type: proportional, value: a, target: "800" }',
    [
      [{ a: '800' }, '10.00'],
      [{ a: '900' }, '10.00'],
      [{ a: '200' }, '2.50'],
      [{ a: '1' }, '0.01'],
      [{ a: '2' }, '0.03'],
      [{ a: '0' }, '0.00'],
    ],
  ],
  [
    'proportional, where less is better',
    '{ type: proportional, value: a, target: "6", direction: atMost }',
    [
      [{ a: '6' }, '10.00'],
      [{ a: '9' }, '6.67'],
      [{ a: '12' }, '5.00'],
    ],
  ],
  [
    'banded, half open from below',
    '{ type: banded, value: r, bands: [{ from: 95%, points: "10", word: 好 }, { from: 90%, points: "7" }, { from: 80%, points: "3" }] }',
    [
      [{ r: '95' }, '10.00'],
      [{ r: '94.99' }, '7.00'],
      [{ r: '80' }, '3.00'],
      [{ r: '79.99' }, '0.00'],
    ],
  ],
  [
    'list',
    '{ type: list, take: "4", elements: [{ name: 覆盖, met: r >= 85% }, { name: 数量, met: a >= 3 }, { name: 做到, met: ok }] }',
    [
      [{ r: '85', a: '3', ok: '1' }, '10.00'],
      [{ r: '84', a: '3', ok: '1' }, '6.00'],
      [{ r: '84', a: '2', ok: '0' }, '0.00'],
      [{ r: '85', a: '不适用', ok: '0' }, '6.00'],
    ],
  ],
  [
    'share',
    '{ type: share, elements: [{ name: 覆盖, met: r >= 85% }, { name: 数量, met: a >= 3 }, { name: 做到, met: ok }] }',
    [
      [{ r: '85', a: '3', ok: '0' }, '6.67'],
      [{ r: '85', a: '不适用', ok: '0' }, '5.00'],
    ],
  ],
  [
    'no decrease',
    '{ type: growth, value: a }',
    [
      [{ a: '5', before: '5' }, '10.00'],
      [{ a: '4', before: '5' }, '0.00'],
      [{ a: '1', before: '0' }, '10.00'],
      [{ a: '0', before: '0' }, '10.00'],
    ],
  ],
  [
    'growth, strictly',
    '{ type: growth, value: a, strictly: true }',
    [
      [{ a: '5', before: '5' }, '0.00'],
      [{ a: '6', before: '5' }, '10.00'],
    ],
  ],
  [
    'growth of a rate',
    '{ type: growth, value: a, atLeast: 5% }',
    [
      [{ a: '105', before: '100' }, '10.00'],
      [{ a: '104', before: '100' }, '0.00'],
    ],
  ],
  [
    'decrease',
    '{ type: growth, value: a, direction: down }',
    [
      [{ a: '4', before: '5' }, '10.00'],
      [{ a: '6', before: '5' }, '0.00'],
    ],
  ],
  [
    'count, capped',
    '{ type: countCapped, value: a, each: "0.5", most: "2" }',
    [
      [{ a: '3' }, '1.50'],
      [{ a: '9' }, '2.00'],
    ],
  ],
  [
    'deduct',
    '{ type: deduct, value: a, each: "3" }',
    [
      [{ a: '0' }, '10.00'],
      [{ a: '2' }, '4.00'],
      [{ a: '5' }, '0.00'],
    ],
  ],
  [
    'judged, never more than the leaf is worth',
    '{ type: judged, value: p }',
    [
      [{ p: '7.5' }, '7.50'],
      [{ p: '12' }, '10.00'],
    ],
  ],
  [
    'parts, each by its own rule',
    `{ type: parts, parts: [{ name: 覆盖, points: "6", rule: ${THRESHOLD} }, { name: 数量, points: "4", rule: { type: proportional, value: a, target: "3" } }] }`,
    [
      [{ r: '85', a: '3' }, '10.00'],
      [{ r: '85', a: '1' }, '7.33'],
      [{ r: '80', a: '3' }, '4.00'],
    ],
  ],
];

test.each(RULES)('%s', (_, rule, cases) => {
  const scheme = schemeWith(rule);
  for (const [stated, points] of cases) expect([stated, judged(scheme, stated).leaf.points]).toEqual([stated, points]);
});

test.each(RULES.filter(([, rule]) => !rule.includes('judged')))(
  '%s: what nobody stated gets no points and loses none',
  (_, rule) => {
    const { leaf, score, grade, undecided } = judged(schemeWith(rule), { b: '1' });
    expect(leaf).toMatchObject({ verdict: 'undecided', why: expect.stringContaining('无法判定') });
    expect(leaf).not.toHaveProperty('points');
    expect({ score, grade, undecided }).toEqual({ score: '0.00', grade: '待定', undecided: ['A1'] });
  },
);

test('a part shows its value in its own unit: 1.2 a hundred is not 120 %', () => {
  const rule = (unit: string) =>
    `{ type: parts, parts: [{ name: 每百件, points: "10", ${unit}rule: { type: proportional, value: a / b * 100, target: "0.9" } }] }`;
  const why = (unit: string) => judged(schemeWith(rule(unit)), { a: '12', b: '1000' }).leaf.why;
  expect(why('unit: "1", ')).toBe('每百件：实际 1.200，达到 0.9，计 10 分，得 10 分。');
  expect(why('')).toContain('达到 90%');
});

test('a growth rate over nothing is undecided; a rise from nothing is met and shows no rate', () => {
  const rate = judged(schemeWith('{ type: growth, value: a, atLeast: 5% }'), { a: '5', before: '0' });
  expect(rate.leaf).toMatchObject({ verdict: 'undecided', why: expect.stringContaining('除数为零') });
  const scheme = schemeOf(schemeText('value: GROWTH(a), unit: "%", rule: { type: growth, value: a }'));
  const { leaf } = judged(scheme, { a: '5', before: '0' });
  expect(leaf).toMatchObject({ verdict: 'met', shown: '', why: '上年 0 个，本年 5 个，比上年增加 5 个，得 10 分。' });
  expect(leaf).not.toHaveProperty('value');
});

test('ranks are shared by equals, and known only when everyone has a value', () => {
  const scheme = schemeWith('{ type: ranking, value: a, points: ["10", "8", "6"] }');
  expect(judged(scheme, { a: '5' }, [{ a: '5' }, { a: '1' }]).leaf.points).toBe('10.00');
  expect(judged(scheme, { a: '4' }, [{ a: '5' }, { a: '4' }]).leaf.points).toBe('8.00');
  expect(judged(scheme, { a: '1' }, [{ a: '5' }, { a: '4' }]).leaf.points).toBe('6.00');
  expect(judged(scheme, { a: '9' }, [{ a: '5' }, { b: '1' }]).leaf).toMatchObject({ verdict: 'undecided' });
});

test.each([
  ['9', '9.00', '优秀'],
  ['8.99', '8.99', '良好'],
  ['6', '6.00', '合格'],
  ['5.99', '5.99', '不合格'],
])('%s points are the grade %s %s', (points, score, grade) => {
  expect(judged(schemeWith('{ type: judged, value: p }'), { p: points })).toMatchObject({ score, grade });
});

test('vetoes, downgrades and ceilings change the grade, never the sum', () => {
  const clause = (name: string, more = ''): string => `${name}:\n  X1: { name: 情形, when: a > 0${more} }\n`;
  const gradeWith = (more: string, a: string): readonly [string, string, string] => {
    const { score, gradeBySum, grade } = judged(schemeWith('{ type: judged, value: p }', more), { p: '9.5', a });
    return [score, gradeBySum, grade];
  };
  expect(gradeWith(clause('vetoes'), '0')).toEqual(['9.50', '优秀', '优秀']);
  expect(gradeWith(clause('vetoes'), '1')).toEqual(['9.50', '优秀', '不合格']);
  expect(gradeWith(clause('downgrades'), '1')).toEqual(['9.50', '优秀', '良好']);
  expect(gradeWith(clause('ceilings', ', grade: 良好'), '1')).toEqual(['9.50', '优秀', '合格']);
  expect(gradeWith(clause('vetoes') + clause('downgrades'), '1')).toEqual(['9.50', '优秀', '不合格']);
});

test('a veto holds whatever is still missing; a downgrade waits for it', () => {
  const scheme = (clauses: string) => schemeWith(THRESHOLD, `${clauses}:\n  X1: { name: 情形, when: a > 0 }\n`);
  expect(judged(scheme('vetoes'), { a: '1' }).grade).toBe('不合格');
  expect(judged(scheme('downgrades'), { a: '1' }).grade).toBe('待定');
});

test('bonus points may lift a grade, up to what the scheme allows', () => {
  const bonus = 'bonus: { most: "1", awards: { J1: { name: 表彰, value: a, each: "0.5" } } }\n';
  const scheme = schemeWith('{ type: judged, value: p }', bonus);
  expect(judged(scheme, { p: '8.5', a: '1' })).toMatchObject({ score: '8.50', bonus: '0.50', grade: '优秀' });
  expect(judged(scheme, { p: '8.5', a: '7' })).toMatchObject({ bonus: '1.00' });
  expect(judged(scheme, { p: '8.5' })).toMatchObject({ bonus: '0.00', grade: '良好' });
  expect(showScore(judged(scheme, { p: '8.5', a: '1' }))).toBe('8.50 + 加分 0.50');
  expect(showScore(judged(scheme, { p: '8.5' }))).toBe('8.50');
});

test('a workbook of results has a column of bonus points where somebody has any', () => {
  const bonus = 'bonus: { most: "1", awards: { J1: { name: 表彰, value: a, each: "0.5" } } }\n';
  const headsOf = (stated: Stated) => {
    const unit = judgedAll(schemeWith('{ type: judged, value: p }', bonus), stated);
    const [sheet] = resultsWorkbook({ units: [unit] }, { title: '', note: '', decimals: 2 }).sheets;
    const words = ({ content }: CellPlan): string => ('text' in content ? content.text : '');
    return [2, 4].map((row) => (sheet?.rows[row] ?? []).slice(2, 5).flatMap((cell) => (cell ? words(cell) : [])));
  };
  expect(headsOf({ p: '8.5', a: '1' })).toEqual([
    ['总分', '加分', '等次'],
    ['8.50', '0.50', '优秀'],
  ]);
  expect(headsOf({ p: '8.5' })).toEqual([
    ['总分', '等次', 'A1 一项'],
    ['8.50', '良好', '1.50'],
  ]);
});

test('a leaf that waits for one figure says what is known not to be reached', () => {
  const why = (rule: string, stated: Stated) => judged(schemeWith(rule), stated).results[0]?.why;
  const share =
    '{ type: share, elements: [{ name: 覆盖, met: r >= 85% }, { name: 数量, met: a >= 3 }, { name: 做到, met: ok }] }';
  expect(why(share, { r: '80', ok: '1' })).toBe('无法判定：缺 乙县 甲数。已知未达到：覆盖。');
  expect(why(share, { r: '90', ok: '1' })).toBe('无法判定：缺 乙县 甲数。');
  const parts =
    '{ type: parts, parts: [{ name: 覆盖部分, points: "5", rule: { type: threshold, met: r >= 85% } }, { name: 数量部分, points: "5", rule: { type: threshold, met: a >= 3 } }] }';
  expect(why(parts, { r: '80' })).toBe('无法判定：缺 乙县 甲数。已知未达到：覆盖部分。');
});

test('a downgrade of the lowest grade says that there is none below', () => {
  const scheme = schemeWith('{ type: judged, value: p }', 'downgrades: { D1: { name: 不实, when: ok } }\n');
  const whyOf = (p: string) => judged(scheme, { p, ok: '1' }).downgrades[0]?.why;
  expect(whyOf('8')).toBe('触发降等情形：不实（乙县）。总分不变，按方案降低一个等次：良好 → 合格。');
  expect(whyOf('5')).toBe('触发降等情形：不实（乙县）。总分不变，不合格已是最低等次，不再降低。');
});

test('自评可信度 is one less the difference over the self-score, when both are stated', () => {
  const items = `
  selfScore: { name: 自评分, unit: 分, by: { county: JY }, required: false }
  verifiedScore: { name: 核定分, unit: 分, by: { county: JY }, required: false }`;
  const scheme = schemeOf(
    `${schemeText('rule: { type: judged, value: p }').replace('\nindicators:', `${items}\nindicators:`)}credibility: { formula: one-minus-relative-difference }\n`,
  );
  const scored = (verified: readonly string[]) => {
    const figures = [
      figure('乙县', 'p', '9', '分'),
      figure('乙县', 'selfScore', '90', '分'),
      ...verified.map((points) => figure('乙县', 'verifiedScore', points, '分')),
    ];
    const { results } = evaluate(scheme, submission(AREA, figures), { asOf: '2025-12-31' });
    return results.units.find(({ code }) => code === '乙县')?.credibility;
  };
  expect(scored(['81'])).toMatchObject({ value: '0.9' });
  expect(scored([])).toBeUndefined();
});

test('拟报 stands beside 系统测算, and a difference without a reason is asked for', () => {
  const text = schemeText(
    'rule: { type: judged, value: p }',
    'checks: { SC-1: { severity: warn, when: [lock], kind: scoreStated, items: [selfScore] } }\n',
  );
  const item = '  selfScore: { name: 拟报分, unit: 分, by: { county: JY }, required: false }';
  const scheme = schemeOf(text.replace('\nindicators:', `\n${item}\nindicators:`));
  const told = (points: string, reason?: string, more = [figure('乙县', 'p', '9', '分')]) => {
    const stated = { ...figure('乙县', 'selfScore', points, '分'), ...(reason === undefined ? {} : { reason }) };
    const { results } = evaluate(scheme, submission(AREA, [...more, stated]), { asOf: '2025-12-31' });
    return {
      selfScore: results.units.find(({ code }) => code === '乙县')?.selfScore,
      found: results.findings.flatMap(({ code, severity }) => (code === 'SC-1' ? [severity] : [])),
    };
  };
  expect(told('9')).toEqual({ selfScore: { score: '9.00', difference: '0.00' }, found: [] });
  expect(told('9.5')).toEqual({ selfScore: { score: '9.50', difference: '+0.50' }, found: ['warn'] });
  expect(told('8.5', '专家组复核后核减')).toEqual({
    selfScore: { score: '8.50', difference: '-0.50', reason: '专家组复核后核减' },
    found: ['hint'],
  });
  expect(told('8.5', undefined, [])).toEqual({ selfScore: { score: '8.50' }, found: [] });
});

test('a ledger that a county did not hand in is missing; one handed in without rows has none', () => {
  const scheme = schemeOf(
    schemeText('rule: { type: threshold, met: masters >= 1 }')
      .replace('\nindicators:', '\n  masters: { name: 名师数, unit: 人, from: { ledger: names } }\nindicators:')
      .concat(
        'ledgers:\n  names: { name: 名师名册, by: { county: JY }, columns: { name: { name: 姓名, unit: 文字, required: true } } }\n',
      ),
  );
  const row = {
    ledger: 'names' as never,
    values: { name: { kind: 'text', text: '张' } },
    at: { file: '', sheet: '', cell: '' },
  } as const;
  const evaluated = (handed: readonly string[]) => {
    const figures = ['乙县', '丙县'].flatMap((county) => figuresOf(county, { a: '1' }));
    const given = submission(AREA, figures, {
      ledgerRows: [{ ...row, unit: '丙县' as never }],
      handedLedgers: handed.map((county) => ({ ledger: 'names' as never, unit: county as never })),
    });
    return evaluate(scheme, given, { asOf: '2025-12-31' }).results;
  };
  const of = (code: string, handed: readonly string[]) =>
    evaluated(handed).units.find((each) => each.code === code)?.results[0];
  // Its figures came; that says nothing of its ledger.
  expect(of('乙县', ['丙县'])).toMatchObject({ verdict: 'undecided', why: '无法判定：缺 乙县 名师名册（台账未交）。' });
  expect(of('乙县', ['乙县', '丙县'])).toMatchObject({ verdict: 'unmet', points: '0.00' });
  expect(of('丙县', ['丙县'])).toMatchObject({ verdict: 'met' });
  const told = (handed: readonly string[]) =>
    evaluated(handed).findings.filter(({ code }) => code === 'evaluate.undecided');
  expect(told(['丙县', '丁县']).map((finding) => zh['evaluate.undecided'](finding.data as never))).toEqual([
    '缺 乙县 名师名册（台账未交），乙县 A1 的得分因此待定。请交台账，没有内容的也交空表。',
  ]);
  expect(told(['乙县', '丙县', '丁县'])).toEqual([]);
});

test('a county whose schools nobody listed: its list is missing, whatever reads it, and no total is made without it', () => {
  const listed = schemeOf(
    schemeText('rule: { type: threshold, met: "AND(pupils > 0, private > 0, open > 0)" }').replace(
      '\nindicators:',
      `
  pupils: { name: 学生数, unit: 人, by: { school: school } }
  private: { name: 民办在校生数, unit: 人, formula: 'SUMOVER(schools, pupils, @ownership = "民办")' }
  open: { name: 开学学校数, unit: 所, from: { units: school, where: pupils > 0 } }
indicators:`,
    ),
  );
  const units = [...AREA, { ...unit('一小', 'school', '丙县'), attributes: { ownership: '民办' } }];
  const given = submission(units, [figure('一小', 'pupils', '300', '人'), ...figuresOf('丙县', { a: '1' })]);
  const evaluation = evaluate(listed, given, { asOf: '2025-12-31' });
  for (const item of ['pupils', 'private', 'open'])
    expect(evaluation.walk(item as never, '乙县' as never)?.value).toMatchObject({
      gap: 'missing',
      from: [{ item: '学校名单', unit: '乙县' }],
    });
  const leafAt = (code: string) => evaluation.results.units.find((each) => each.code === code)?.results[0];
  expect(leafAt('丙县')).toMatchObject({ verdict: 'met' });
  expect(leafAt('乙县')?.why).toBe('无法判定：缺 乙县 学校名单。');
  const told = evaluation.results.findings.map((finding) => zh['evaluate.undecided'](finding.data as never));
  expect(told.join()).toMatch(/乙县 学校名单.*请补报学校名单。/);
});

test('what is missing is asked for as what it is: 0 is no answer to a yes or no', () => {
  const asked = (rule: string) => {
    const { findings } = evaluate(schemeOf(schemeText(rule)), submission(AREA, figuresOf('丙县', {})), {
      asOf: '2025-12-31',
    }).results;
    const told = findings.filter(({ code }) => code === 'evaluate.undecided');
    return told.map((finding) => zh['evaluate.undecided'](finding.data as never).replace(/^.*。(?=请)/, ''));
  };
  expect(asked('rule: { type: threshold, met: a >= 1 }')[0]).toBe('请补填；数量没有的填 0，不涉及的选“不适用”。');
  expect(asked('rule: { type: threshold, met: ok }')[0]).toBe('请补填；不涉及的选“不适用”。');
});

test('last year has no ledger: a formula that reads it there is undecided, never over nothing', () => {
  const scheme = schemeOf(
    `${schemeText('rule: { type: threshold, met: ROWS(names) >= PRIOR(ROWS(names)) }')}ledgers:
  names: { name: 名师名册, by: { county: JY }, columns: { name: { name: 姓名, unit: 文字, required: true } } }
`,
  );
  const row = { ledger: 'names' as never, values: {}, at: { file: '', sheet: '', cell: '' }, unit: '乙县' as never };
  const { results } = evaluate(scheme, submission(AREA, figuresOf('乙县', { a: '1' }), { ledgerRows: [row] }), {
    asOf: '2025-12-31',
  });
  expect(results.units.find(({ code }) => code === '乙县')?.results[0]).toMatchObject({ verdict: 'undecided' });
});

test('dates of a ledger compare as the calendar does; a row without one is in no such comparison', () => {
  const scheme = schemeOf(
    schemeText('rule: { type: countCapped, value: late, each: "1", most: "10" }')
      .replace(
        '\nindicators:',
        `
  late: { name: 下半年次数, unit: 次, from: { ledger: names, where: 'held >= "2025-07-01"' } }
  early: { name: 上半年次数, unit: 次, from: { ledger: names, where: 'held < "2025-07-01"' } }
indicators:`,
      )
      .concat(
        'ledgers:\n  names: { name: 活动台账, by: { county: JY }, columns: { held: { name: 日期, unit: 日期 } } }\n',
      ),
  );
  const rows = ['2025-06-30', '2025-07-01', '2025-12-01', undefined].map((held) => ({
    ledger: 'names' as never,
    unit: '乙县' as never,
    values: held === undefined ? {} : { held: { kind: 'text', text: held } as const },
    at: { file: '', sheet: '', cell: '' },
  }));
  const evaluation = evaluate(scheme, submission(AREA, [], { ledgerRows: rows }), { asOf: '2025-12-31' });
  const rowsIn = (item: string) => evaluation.walk(item as never, '乙县' as never)?.value;
  expect([rowsIn('late'), rowsIn('early')]).toMatchObject([{ value: '2' }, { value: '1' }]);
});

test('what is counted is shown in the unit its item is asked in', () => {
  const inUnit = (asked: string) =>
    judged(
      schemeOf(
        schemeText('rule: { type: deduct, value: b, each: "1" }').replace('乙数, unit: 个', `乙数, unit: ${asked}`),
      ),
      {
        b: '3',
      },
    ).leaf;
  expect(inUnit('处')).toMatchObject({ shown: '3 处', why: '共 3 处，每项扣 1 分，得 7 分。' });
  expect(inUnit('个')).toMatchObject({ shown: '3 个' });
});

test('a deduction says of what, where the scheme does', () => {
  const why = (rule: string, b: string) => judged(schemeOf(schemeText(`rule: ${rule}`)), { b }).leaf.why;
  const named = '{ type: deduct, value: b, each: "1", of: 尚未处理的案件 }';
  expect(why(named, '2')).toBe('尚未处理的案件共 2 个，每项扣 1 分，得 8 分。');
  expect(why(named, '0')).toBe('没有扣分情形，得 10 分。');
});

test('points of one leaf may be read by another', () => {
  const scheme = schemeOf(
    schemeText('rule: { type: judged, value: p }')
      .replace(
        'grades:',
        '  A2: { name: 二项, points: "5", rule: { type: threshold, met: SCORE("A1") >= 9 } }\ngrades:',
      )
      .replace('total: "10"', 'total: "15"'),
  );
  const secondOf = (p: string) => judgedAll(scheme, { p }).results[1]?.points;
  expect([secondOf('9'), secondOf('8.99')]).toEqual(['5.00', '0.00']);
});

test.each([
  ['host', '10'],
  ['apart', '14'],
])('figures of a 功能区 counted %s make a total of %s', (zone, total) => {
  const scheme = schemeOf(
    schemeText('rule: { type: threshold, met: a >= 1 }')
      .replace('levels: [county]', 'levels: [prefecture, county]')
      .replace('a: { name: 甲数, unit: 个,', `a: { name: 甲数, unit: 个, zone: ${zone},`),
  );
  const units = [unit('甲市', 'prefecture'), unit('乙县', 'county', '甲市'), unit('丁区', 'zone', '甲市', '乙县')];
  const figures = [...figuresOf('乙县', { a: '10' }), ...figuresOf('丁区', { a: '4' })];
  const evaluation = evaluate(scheme, submission(units, figures), { asOf: '2025-12-31' });
  expect(evaluation.walk('a' as never, '甲市' as never)?.value).toMatchObject({ value: total });
  expect(evaluation.results.units.map(({ code }) => code)).toEqual(['甲市', '乙县', '丁区']);
});

test('a county whose schools nobody has listed has not none: what counts them is undecided', () => {
  const scheme = schemeOf(
    schemeText('rule: { type: threshold, met: guarded >= all }').replace(
      '\nindicators:',
      `
  all: { name: 学校数, unit: 所, from: { units: school } }
  guarded: { name: 有专职保安的学校数, unit: 所, from: { units: school, where: guards >= 1 } }
  guards: { name: 专职保安, unit: 人, by: { school: school } }
indicators:`,
    ),
  );
  const units = [...AREA, unit('丙一小', 'school', '丙县')];
  const figures = [figure('丙一小', 'guards', '2', '人')];
  const { results } = evaluate(scheme, submission(units, figures), { asOf: '2025-12-31' });
  const verdictOf = (county: string) => results.units.find(({ code }) => code === county)?.results[0]?.verdict;
  expect([verdictOf('乙县'), verdictOf('丙县')]).toEqual(['undecided', 'met']);
});

test('what prints as full marks and is short of the target is not met', () => {
  const rule = schemeWith('{ type: proportional, value: a, target: "8000" }');
  expect(judged(rule, { a: '7999' }).leaf).toMatchObject({ points: '10.00', verdict: 'partly' });
  expect(judged(rule, { a: '8000' }).leaf).toMatchObject({ points: '10.00', verdict: 'met' });
  expect(judged(rule, { a: '1' }).leaf).toMatchObject({ points: '0.00', verdict: 'partly' });
  expect(judged(rule, { a: '0' }).leaf).toMatchObject({ points: '0.00', verdict: 'unmet' });
});

test.each([
  [
    'a change is read with both years',
    '{ type: threshold, met: CHANGE(a) >= 0 }',
    { a: '5', before: '3' },
    '上年 3 个，本年 5 个，比上年增加 2 个，符合要求，得 10 分。',
  ],
  [
    'a fall too',
    '{ type: threshold, met: CHANGE(a) >= 0 }',
    { a: '3', before: '5' },
    '上年 5 个，本年 3 个，比上年减少 2 个，不符合要求，得 0 分。',
  ],
  [
    'what must be there is not measured against nothing',
    '{ type: threshold, met: a > 0 }',
    { a: '5' },
    '实际 5 个，符合要求，得 10 分。',
  ],
  [
    'what a list lacks is counted',
    '{ type: list, take: "4", elements: [{ name: 覆盖率达标, met: r >= 85% }, { name: 数量足够, met: b >= 3 }] }',
    { r: '80', b: '3' },
    '2 项要求中 1 项未达到（覆盖率达标），每项扣 4 分，得 6 分。',
  ],
])('the reason is whole: %s', (_, rule, stated, why) => {
  const scheme = schemeOf(schemeText(`value: a, unit: 个, rule: ${rule}`));
  expect(judged(scheme, { a: '1', ...stated }).leaf.why).toBe(why);
});
