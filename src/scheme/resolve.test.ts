import fc from 'fast-check';
import { expect, test } from 'vitest';
import { messages as formulaMessages } from '../engines/formula/index.ts';
import { decimal, type Finding, type ItemCode, sayWith } from '../kernel/index.ts';
import { messages, resolveScheme } from './index.ts';

const BASE = `
scheme: small
name: 小方案
year: 2025
levels: [county]
departments: { JY: { name: 教育局 } }
ledgers:
  visits:
    name: 督导台账
    by: { county: JY }
    columns: { title: { name: 事项, unit: 文字 }, cost: { name: 费用, unit: 元 }, done: { name: 是否完成, unit: 是否 }, kind: { name: 级别, unit: 文字, choices: [县级, 校级] }, held: { name: 日期, unit: 日期 } }
items:
  staff: { name: 教职工数, unit: 人, by: { county: JY }, min: "0", max: "900" }
  teachers: { name: 专任教师数, unit: 人, by: { county: JY } }
  pupils: { name: 在校生数, unit: 人, by: { school: school } }
  budget: { name: 经费, unit: 万元, by: { county: JY } }
  rate: { name: 专任教师占比, unit: "%", formula: teachers / staff }
  visitCost: { name: 督导费用, unit: 元, from: { ledger: visits, sum: cost, where: done } }
  visitCount: { name: 督导次数, unit: 次, from: { ledger: visits } }
forms:
  F: { name: 基本情况, level: county, dept: JY, items: [staff, teachers] }
approval:
  county:
    level: county
    part: forms
    steps:
      - { step: first, name: 县督导室初审, role: office }
      - { step: second, name: 县政府审定, role: approver, dept: JY, backTo: first }
      - { step: third, name: 市督导室复核, role: office, at: prefecture, verdicts: [approve], next: accepted }
sections:
  S1: { name: 队伍建设, level: county, dept: JY, place: work, least: 100, most: 600 }
  S2: { name: 下一步, level: county }
indicators:
  A: { name: 队伍 }
  A1: { name: 专任教师, points: "60", rule: { type: threshold, met: rate >= 80% }, basis: { source: 自定 }, lead: JY }
  A2:
    name: 经费和台账
    points: "40"
    basis: { source: 自定 }
    rule:
      type: parts
      parts:
        - { name: 经费, points: "15", rule: { type: threshold, met: budget + visitCost > 0 } }
        - { name: 台账, points: "25", rule: { type: banded, value: NUMBER(visitCount), bands: [{ from: "9", points: "25" }, { from: "3", points: "10" }] } }
checks:
  C1: { severity: error, when: [submit], rule: teachers <= staff, says: "专任教师{teachers}多于教职工{staff}。" }
  C2: { severity: warn, when: [cell], kind: jump, items: [staff] }
  TX-5: { severity: warn, when: [report], kind: text, params: { most: "5000" }, says: "共{count}字。" }
grades: [{ name: 优秀, from: "90" }, { name: 合格, from: "60" }, { name: 不合格 }]
vetoes: { V1: { name: 没有学生, when: 'SUMOVER(schools, pupils) = 0' } }
ceilings: { T1: { name: 教师偏少, grade: 优秀, when: teachers < 5 } }
bonus: { most: "5", awards: { J1: { name: 多出的次数, value: visitCount, each: "1" } } }
`;

const found = (text: string): readonly Finding[] => resolveScheme([{ file: 'scheme.yaml', text }]).findings;
const codes = (text: string): string[] => found(text).map(({ code }) => code);
const swap = (was: string, is: string): string => {
  if (!BASE.includes(was)) throw new Error(`the base scheme has no ${was}`);
  return BASE.replace(was, () => is);
};

/** Code, words of the base, what they become, and a near miss that must not give the code. */
const FAULTS: readonly (readonly [code: string, was: string, fault: string, nearMiss: string])[] = [
  ['scheme.yaml.syntax', 'name: 小方案', 'name: "小方案', 'name: "小方案"'],
  ['scheme.yaml.duplicate', 'year: 2025', 'year: 2025\nyear: 2025', 'year: 2025\nversion: 2025'],
  ['scheme.yaml.documents', 'grades:', '---\ngrades:', '# ---\ngrades:'],
  ['scheme.yaml.alias', 'name: 小方案', 'name: &a 小方案\nversion: *a', 'name: 小方案\nversion: "*a"'],
  [
    'scheme.yaml.key',
    '  A: { name: 队伍 }',
    '  __proto__: { name: 队伍 }\n  A: { name: 队伍 }',
    '  A: { name: __proto__ }',
  ],
  [
    'scheme.yaml.depth',
    'name: 小方案',
    `name: ${'['.repeat(99)}${']'.repeat(99)}`,
    `name: ${'['.repeat(9)}${']'.repeat(9)}`,
  ],
  ['scheme.shape.kind', 'levels: [county]', 'levels: county', 'levels: [ county ]'],
  ['scheme.shape.missing', 'scheme: small', 'version: small', 'scheme: small-2'],
  ['scheme.shape.unknown', 'min: "0"', 'mim: "0"', 'min: 0'],
  ['scheme.shape.choice', 'severity: error', 'severity: fatal', 'severity: hint'],
  ['scheme.shape.empty', 'name: 小方案', 'name:', 'name: 小'],
  ['scheme.shape.integer', 'year: 2025', 'year: 1e400', 'year: 2026'],
  ['scheme.levels.empty', 'levels: [county]', 'levels: []', 'levels: [prefecture]'],
  ['scheme.code.form', '  staff:', '  教职工:', '  staff2:'],
  ['scheme.decimal.form', 'points: "60"', 'points: 6e1', 'points: "60.00"'],
  ['scheme.amount.form', 'from: "9"', 'from: 九', 'from: 9.5'],
  ['scheme.period.form', 'unit: 万元', 'unit: 万元, period: at 02-30', 'unit: 万元, period: at 02-29'],
  [
    'scheme.target.unit',
    'type: threshold, met: rate >= 80% }',
    'type: proportional, value: budget, target: 40万元 }',
    'type: proportional, value: budget, target: \'AMOUNT(40, "万元")\' }',
  ],
  ['formula.unknownColumn', 'where: done', 'where: finished', 'where: NOT(done)'],
  ['formula.noChoice', 'where: done', 'where: kind = "县"', 'where: kind = "县级"'],
  ['formula.notADate', 'where: done', 'where: held >= "五月"', 'where: held >= "2025-05-01"'],
  ['scheme.unit.unknown', 'unit: 万元', 'unit: 美元', 'unit: 亿元'],
  ['scheme.name.unknown', '{ county: JY }, min', '{ county: CZ }, min', '{ county: JY }, max: "5", min'],
  ['scheme.name.unknown', 'ledger: visits }', 'ledger: trips }', 'ledger: visits, where: NOT(done) }'],
  ['formula.unknownColumn', 'sum: cost', 'sum: price', 'sum: cost'],
  ['scheme.name.unknown', 'items: [staff, teachers]', 'items: [staff, tutors]', 'items: [staff, rate]'],
  ['scheme.name.unknown', 'items: [staff] }', 'items: [stuff] }', 'items: [teachers] }'],
  ['scheme.shape.choice', 'role: approver', 'role: reporter', 'role: verifier'],
  ['scheme.name.unknown', 'dept: JY, backTo', 'dept: CZ, backTo', 'backTo'],
  ['scheme.name.unknown', 'next: accepted', 'next: fourth', 'backTo: first'],
  ['scheme.name.unknown', 'backTo: first', 'backTo: zeroth', 'backTo: filler'],
  [
    'scheme.approval.double',
    'approval:',
    'approval:\n  twin: { level: county, part: forms, steps: [{ step: x, name: 审, role: office }] }',
    'approval:\n  twin: { level: county, steps: [{ step: x, name: 审, role: office }] }',
  ],
  [
    'scheme.approval.empty',
    'approval:',
    'approval:\n  none: { level: prefecture, steps: [] }',
    'approval:\n  one: { level: prefecture, steps: [{ step: x, name: 审, role: office }] }',
  ],
  ['scheme.approval.reserved', 'step: third', 'step: accepted', 'step: fourth'],
  ['scheme.approval.stepDouble', 'step: third', 'step: second', 'step: fourth'],
  ['scheme.approval.below', 'at: prefecture', 'at: school', 'at: province'],
  ['scheme.approval.backForward', 'backTo: first', 'backTo: third', 'backTo: filler'],
  ['scheme.approval.backForward', 'backTo: first', 'backTo: second', 'backTo: first'],
  ['scheme.approval.noEnd', 'next: accepted', 'next: second', 'backTo: first'],
  ['scheme.approval.noEnd', 'verdicts: [approve]', 'verdicts: [return]', 'verdicts: [return, approve]'],
  ['scheme.approval.unreachable', 'dept: JY, backTo: first', 'next: accepted', 'next: third'],
  ['scheme.name.unknown', 'grade: 优秀', 'grade: 特优', 'grade: 合格'],
  ['scheme.name.unknown', '{teachers}多于', '{tutors}多于', '{staff}多于'],
  [
    'scheme.name.unknown',
    'by: { county: JY } }\n  pupils',
    'by: { county: JY }, nature: { this: 执行, prior: 决算数 } }\n  pupils',
    'by: { county: JY }, nature: { this: 执行数, prior: 决算数 } }\n  pupils',
  ],
  ['scheme.name.double', 'name: 专任教师数', 'name: 教职工数', 'name: 教职工人数'],
  ['scheme.formula.type', 'met: rate >= 80%', 'met: rate', 'met: rate > 0'],
  [
    'scheme.formula.dimension',
    'formula: teachers / staff',
    'formula: budget / staff',
    'formula: teachers / (staff + 1)',
  ],
  ['scheme.formula.dimension', '费用, unit: 元', '费用, unit: 人', '费用, unit: 万元'],
  [
    'scheme.formula.pure',
    'unit: "%", formula: teachers / staff',
    'unit: 人, formula: NUMBER(staff)',
    'unit: 人, formula: teachers + staff',
  ],
  ['scheme.item.unstated', 'unit: 万元, by: { county: JY }', 'unit: 万元', 'unit: 万元, by: { prefecture: JY }'],
  [
    'scheme.item.twice',
    'from: { ledger: visits } }',
    'from: { ledger: visits }, formula: visitCount }',
    'from: { units: school } }',
  ],
  [
    'scheme.item.computedBy',
    'formula: teachers / staff',
    'formula: teachers / staff, by: { county: JY }',
    'formula: staff / teachers',
  ],
  ['scheme.item.range', 'min: "0", max: "900"', 'min: "901", max: "900"', 'min: "900", max: "900"'],
  ['scheme.item.roll', 'unit: 万元', 'unit: 万元, roll: all', 'unit: 万元, roll: apart'],
  [
    'scheme.item.level',
    'met: budget + visitCost > 0',
    'met: "SUMOVER(schools, budget) > 0"',
    'met: "SUMOVER(schools, pupils) > 0"',
  ],
  [
    'scheme.item.level',
    'from: { ledger: visits } }',
    'from: { units: school, where: staff > 5 } }',
    'from: { units: school, where: pupils > 5 } }',
  ],
  [
    'scheme.item.cycle',
    'formula: teachers / staff',
    'formula: rate + teachers / staff',
    'formula: teachers / (teachers + staff)',
  ],
  ['scheme.item.unused', 'met: budget + visitCost > 0', 'met: visitCost > 0', 'met: visitCost > budget'],
  [
    'scheme.ledger.empty',
    'columns: { title: { name: 事项, unit: 文字 }, cost: { name: 费用, unit: 元 }, done: { name: 是否完成, unit: 是否 }, kind: { name: 级别, unit: 文字, choices: [县级, 校级] }, held: { name: 日期, unit: 日期 } }',
    'columns: {}',
    'columns: { cost: { name: 费用, unit: 元 } }',
  ],
  ['scheme.indicator.parentMissing', '  A: { name: 队伍 }\n', '', '  A: { name: 教师 }\n'],
  [
    'scheme.indicator.ruleMissing',
    'rule: { type: threshold, met: rate >= 80% }, ',
    '',
    'rule: { type: proportional, value: rate, target: 80% }, ',
  ],
  [
    'scheme.indicator.ruleOnBranch',
    '  A: { name: 队伍 }',
    '  A: { name: 队伍, rule: { type: information } }',
    '  A: { name: 队伍, basis: { source: 自定 } }',
  ],
  ['scheme.points.missing', 'points: "60", ', '', 'points: "60.0", '],
  [
    'scheme.points.information',
    'rule: { type: threshold, met: rate >= 80% }',
    'rule: { type: information }',
    'rule: { type: judged, value: rate }',
  ],
  ['scheme.points.negative', 'points: "60"', 'points: "-60"', 'points: "60"'],
  ['scheme.points.parts', 'points: "15"', 'points: "14"', 'points: "15.0"'],
  ['scheme.unit.unknown', 'points: "25", rule', 'points: "25", unit: 次次, rule', 'points: "25", unit: "1", rule'],
  ['scheme.formula.dimension', 'points: "25", rule', 'points: "25", unit: 次, rule', 'points: "25", unit: "1", rule'],
  [
    'scheme.points.branch',
    '  A: { name: 队伍 }',
    '  A: { name: 队伍, points: "99" }',
    '  A: { name: 队伍, points: "100" }',
  ],
  ['scheme.points.total', 'year: 2025', 'year: 2025\ntotal: 1000', 'year: 2025\ntotal: 100'],
  [
    'scheme.rule.step',
    '{ type: threshold, met: rate >= 80% }',
    '{ type: stepDown, value: rate, target: 80%, step: "0", take: "1" }',
    '{ type: stepDown, value: rate, target: 80%, step: 0.1%, take: "1" }',
  ],
  [
    'scheme.rule.empty',
    '{ type: threshold, met: rate >= 80% }',
    '{ type: share, elements: [] }',
    '{ type: share, elements: [{ name: 占比, met: rate > 0 }] }',
  ],
  [
    'scheme.item.ownComputed',
    '  rate: {',
    '  ownRate: { name: 本级占比, unit: "%", from: { own: rate } }\n  rate: {',
    '  ownBudget: { name: 本级经费, unit: 元, from: { own: budget } }\n  rate: {',
  ],
  [
    'scheme.formula.dimension',
    '  rate: {',
    '  ownBudget: { name: 本级经费, unit: 人, from: { own: budget } }\n  rate: {',
    '  ownBudget: { name: 本级经费, unit: 元, from: { own: budget } }\n  rate: {',
  ],
  [
    'scheme.name.unknown',
    '  rate: {',
    '  ownBudget: { name: 本级经费, unit: 元, from: { own: budgets } }\n  rate: {',
    '  ownBudget: { name: 本级经费, unit: 元, from: { own: budget } }\n  rate: {',
  ],
  ['scheme.bands.order', 'from: "3"', 'from: "9"', 'from: "8.99"'],
  ['scheme.bands.points', 'points: "10" }', 'points: "26" }', 'points: "25" }'],
  ['scheme.grades.order', 'from: "60"', 'from: "90"', 'from: "89.99"'],
  ['scheme.grades.overlap', '{ name: 合格, from: "60" }', '{ name: 合格 }', '{ name: 合格, from: "61" }'],
  ['scheme.grades.gap', '{ name: 不合格 }', '{ name: 不合格, from: "0" }', '{ name: 较差 }'],
  ['scheme.grades.double', '{ name: 不合格 }', '{ name: 合格 }', '{ name: 基本合格 }'],
  [
    'scheme.grades.none',
    'grades: [{ name: 优秀, from: "90" }, { name: 合格, from: "60" }, { name: 不合格 }]',
    '',
    'grades: [{ name: 优秀 }]',
  ],
  ['scheme.check.kind', 'kind: jump', 'kind: jumps', 'kind: range'],
  ['scheme.check.ruleMissing', 'kind: jump, ', '', 'kind: holds, rule: staff > 0, '],
  ['scheme.check.ruleUnused', 'kind: jump', 'kind: jump, rule: staff > 0', 'kind: holds, rule: staff > 0'],
  ['scheme.check.text', '  TX-5: {', '  TX-55: {', '  TX-5: {'],
  ['scheme.check.textItems', 'kind: text,', 'kind: text, items: [staff],', 'kind: text, levels: [county],'],
  ['scheme.check.textParam', '{ most: "5000" }', '{ least: "5000" }', '{ most: "4000" }'],
  ['scheme.check.textNumber', '{ most: "5000" }', '{ most: 五千 }', '{ most: "0.5" }'],
  ['scheme.check.textTells', '共{count}字', '共{words}字', '共{count}字，不超过{limit}字'],
  ['scheme.form.double', 'items: [staff, teachers]', 'items: [staff, staff]', 'items: [staff]'],
  ['scheme.form.level', 'items: [staff, teachers]', 'items: [staff, pupils]', 'items: [staff, rate]'],
  ['scheme.code.form', 'place: work', 'place: 一', 'place: workA1'],
  ['scheme.code.form', '  S2: {', '  "2": {', '  S3: {'],
  ['scheme.name.unknown', 'level: county, dept: JY, place', 'level: county, dept: CZ, place', 'level: county, place'],
  ['scheme.section.level', '下一步, level: county', '下一步, level: province', '下一步, dept: JY, level: county'],
  ['scheme.section.level', '下一步, level: county', '下一步, level: school', '下一步, place: work, level: county'],
  ['scheme.section.words', 'least: 100, most: 600', 'least: 700, most: 600', 'least: 600, most: 600'],
  [
    'scheme.basis.missing',
    'met: rate >= 80% }, basis: { source: 自定 }',
    'met: rate >= 80% }',
    'met: rate >= 80% }, basis: { source: 某文件 }',
  ],
  ['scheme.basis.unsourced', 'basis: { source: 自定 }', 'basis: { source: unsourced }', 'basis: { source: S1 }'],
];

test.each(FAULTS)('%s: told for %j -> %j, not for %j', (code, was, fault, nearMiss) => {
  expect(codes(swap(was, fault))).toContain(code);
  expect(codes(swap(was, nearMiss))).not.toContain(code);
});

test('a scheme without a fault comes out whole, with the documented defaults', () => {
  const { scheme, findings } = resolveScheme([{ file: 'scheme.yaml', text: BASE }]);
  expect(findings).toEqual([]);
  const item = (code: string) => scheme?.items.get(code as ItemCode);
  expect(item('staff')).toMatchObject({ roll: 'sum', zone: 'apart', required: true, prior: true, max: decimal('900') });
  expect(item('pupils')).toMatchObject({ roll: 'sum', zone: 'host', required: true, prior: false });
  expect(item('rate')).toMatchObject({ roll: 'formula', required: false, prior: false, by: {} });
  expect(item('visitCost')).toMatchObject({ roll: 'sum', computed: { kind: 'ledger', sum: 'cost' } });
  expect(scheme?.indicators.map(({ code, depth }) => [code, depth])).toEqual([
    ['A', 0],
    ['A1', 1],
    ['A2', 1],
  ]);
  expect(scheme?.indicators[0]).toMatchObject({ points: decimal('100'), children: ['A1', 'A2'] });
  expect(scheme?.sections).toEqual([
    { code: 'S1', name: '队伍建设', level: 'county', dept: 'JY', place: 'work', least: 100, most: 600 },
    { code: 'S2', name: '下一步', level: 'county', place: 'S2' },
  ]);
  expect(scheme).toMatchObject({ version: '1', pointsDecimals: 2, tie: 'half-away-from-zero', total: decimal('100') });
});

test('every finding names file, line and path', () => {
  const text = swap('grade: 优秀', 'grade: 特优');
  const line = text.split('\n').findIndex((each) => each.includes('特优')) + 1;
  expect(found(text)).toMatchObject([
    { code: 'scheme.name.unknown', at: { file: 'scheme.yaml', line, path: 'ceilings.T1.grade' } },
  ]);
});

test('all faults of a scheme are told at once', () => {
  const text = swap('unit: 万元', 'unit: 美元')
    .replace('from: "60"', 'from: "95"')
    .replace('severity: error', 'severity: x');
  expect(codes(text)).toEqual(
    expect.arrayContaining(['scheme.unit.unknown', 'scheme.grades.order', 'scheme.shape.choice']),
  );
});

test('an item with a fault is told once, not again by every formula that reads it', () => {
  expect(
    codes(swap('专任教师数, unit: 人', '专任教师数, unit: 位')).filter((code) => code !== 'scheme.unit.unknown'),
  ).toEqual([]);
});

const saying = (text: string): string[] => {
  const say = sayWith(messages.zh, formulaMessages.zh);
  return found(text)
    .filter(({ severity }) => severity !== 'hint')
    .map((finding) => say(finding));
};

test('a computed item with a fault is no reason to blame the forms that list it', () => {
  const listed = swap('items: [staff, teachers]', 'items: [staff, teachers, rate]');
  expect(codes(listed.replace('formula: teachers / staff', 'formula: teachers / stuff'))).toEqual([
    'formula.unknownName',
  ]);
  expect(codes(listed.replace('by: { county: JY }, min', 'by: { county: XX }, min'))).toEqual(['scheme.name.unknown']);
});

test('what is not among the choices is told with the choices', () => {
  expect(saying(swap('where: done', 'where: finished'))).toEqual([
    '台账 visits 没有列“finished”。它的列有：title、cost、done、kind、held。',
  ]);
  expect(saying(swap('rate >= 80%', `'ROWS(visits, kinds = "县级") > 0'`))).toEqual([
    '台账 visits 没有列“kinds”。它的列有：title、cost、done、kind、held。',
  ]);
  expect(saying(swap('where: done', 'where: kind = "县"'))).toEqual([
    '列 kind 的选项中没有“县”，没有一行会是它。选项：县级、校级。',
  ]);
  expect(saying(swap('where: done', 'where: held < "去年"'))).toEqual([
    '“去年”不是日期，不能与日期列比较。请写成 "2025-05-01" 的样子。',
  ]);
  expect(saying(swap('rate >= 80%', `'CUONT(schools, pupils > 5) > 1'`))).toEqual(['没有函数“CUONT”。可用：COUNT。']);
  expect(saying(swap('unit: 万元', 'unit: 万圆'))[0]).toMatch(/^不认识计量单位“万圆”。可用：万元、/);
});

test('a target takes no unit: what to write instead is said in base units and as an amount', () => {
  const target = (text: string) =>
    swap('type: threshold, met: rate >= 80% }', `type: proportional, value: budget, target: ${text} }`);
  expect(saying(target('40万元'))).toEqual([
    '“40万元”不能直接带单位。请写 400000（基本单位），或写 AMOUNT(40, "万元")。',
  ]);
  expect(saying(target('400000'))).toEqual([]);
  expect(saying(target(`'AMOUNT(40, "万元")'`))).toEqual([]);
});

test('one slip of the pen is told once, and another further down as well', () => {
  const slip = (text: string) =>
    text.replace('says: "专任教师{teachers}多于教职工{staff}。"', 'says: 教师{teachers}多。');
  const told = (text: string) => found(text).map(({ code, at }) => [code, at.line]);
  expect(told(slip(BASE))).toEqual([['scheme.yaml.syntax', 46]]);
  const two = slip(BASE).replace('name: 小方案', 'name: 小方案\n  bad: [1');
  expect(told(two).length).toBeGreaterThan(1);
});

test('a key that stands twice is named with the line it stands in first', () => {
  expect(saying(swap('year: 2025', 'year: 2025\nyear: 2025'))).toEqual(['“year”在第4行已经写过。请删去一个或改名。']);
});

test('points that cannot be read are told alone, and findings come in the order of the file', () => {
  expect(saying(swap('points: "60"', 'points: abc'))).toEqual(['“abc”不是十进制数。请写成“12”或“12.5”的样子。']);
  const lines = found(swap('points: "60"', 'points: abc').replace('unit: 万元', 'unit: 美元')).map(
    ({ at }) => at.line ?? 0,
  );
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});

test('limits nobody vouches for are named', () => {
  const { at, data } = found(swap('basis: { source: 自定 }, lead', 'basis: { source: unsourced }, lead')).at(-1) ?? {};
  expect([at?.path, data?.places]).toEqual(['indicators.A1', ['indicators.A1']]);
});

test('a ring of computed items is named whole', () => {
  const text = swap(
    'formula: teachers / staff }',
    'formula: teachers / b }\n  b: { name: 乙, unit: 人, formula: c }\n  c: { name: 丙, unit: 人, formula: b + teachers * rate }',
  );
  const rings = found(text).filter(({ code }) => code === 'scheme.item.cycle');
  expect(rings.map(({ data }) => data.ring)).toContainEqual(['b', 'c', 'b']);
  expect(rings.map(({ data }) => data.ring)).toContainEqual(['rate', 'b', 'c', 'rate']);
});

test('computed items come after what they read', () => {
  const text = swap(
    'formula: teachers / staff }',
    'formula: half * 2 }\n  half: { name: 半, unit: "%", formula: teachers / staff / 2 }',
  );
  const order = resolveScheme([{ file: 'a.yaml', text }]).scheme?.order ?? [];
  expect(order.indexOf('half' as ItemCode)).toBeLessThan(order.indexOf('rate' as ItemCode));
});

test('each judged level must reach the full mark with its own leaves', () => {
  const text = swap('levels: [county]', 'levels: [prefecture, county]').replace(
    'A1: { name: 专任教师,',
    'A1: { name: 专任教师, levels: [county],',
  );
  expect(
    found(text)
      .filter(({ code }) => code === 'scheme.points.total')
      .map(({ data }) => data.level),
  ).toEqual(['prefecture']);
});

test('the same content has the same hash in one file or in many, in any order', () => {
  const hash = (...texts: string[]) =>
    resolveScheme(texts.map((text, index) => ({ file: `${index}.yaml`, text }))).scheme?.hash;
  const [head = '', rest = ''] = BASE.split('departments:');
  expect(hash(`departments:${rest}`, `# first\n${head}`)).toBe(hash(BASE));
  expect(hash(BASE.replace('from: "60"', 'from: "61"'))).not.toBe(hash(BASE));
});

test('what stands in two files is told with both places; maps of entries are joined', () => {
  const twice = resolveScheme([
    { file: 'a.yaml', text: BASE },
    { file: 'b.yaml', text: 'year: 2026\ndepartments: { JY: { name: 局 }, CZ: { name: 财政局 } }' },
  ]);
  expect(twice.findings.map(({ code, at, data }) => [code, at.file, data.path, data.file])).toEqual([
    ['scheme.join.double', 'b.yaml', 'year', 'a.yaml'],
    ['scheme.join.double', 'b.yaml', 'departments.JY', 'a.yaml'],
  ]);
});

test('hostile texts end in findings: bombs, deep nesting, files too large, prototypes, code in formulas', () => {
  const bomb = `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]`;
  expect(codes(bomb)).toContain('scheme.yaml.alias');
  for (const deep of ['['.repeat(900_000), '- '.repeat(900_000), '{a: '.repeat(300_000), '? '.repeat(900_000)]) {
    expect(codes(deep)).toContain('scheme.yaml.depth');
  }
  expect(codes(' '.repeat(2 * 1024 * 1024 + 1))).toContain('scheme.yaml.size');
  expect(codes('{"scheme": 1, "scheme": 2}')).toContain('scheme.yaml.duplicate');
  expect(codes('constructor: { prototype: { polluted: yes } }')).toContain('scheme.yaml.key');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  for (const code of ['constructor', 'process.exit(1)', '`1`', 'toString()', '__proto__']) {
    const { scheme } = resolveScheme([
      { file: 'a.yaml', text: swap('met: rate >= 80%', `met: ${JSON.stringify(code)}`) },
    ]);
    expect(scheme, code).toBeUndefined();
  }
  expect(codes('')).toContain('scheme.shape.missing');
  expect(codes('just words')).toContain('scheme.shape.kind');
  expect(codes('\u0000\u0001: [')).toContain('scheme.yaml.syntax');
});

test('every code has a sentence in both languages, and no sentence goes without a case', () => {
  const told = [...new Set(FAULTS.map(([code]) => code).filter((code) => code.startsWith('scheme.')))];
  const elsewhere = ['scheme.unreadable', 'scheme.invalid', 'scheme.yaml.size', 'scheme.join.double'];
  const published = ['scheme.notPublished', 'scheme.versionTaken'];
  const uploaded = ['scheme.uploadDouble', 'scheme.uploadEmpty', 'scheme.uploadOther', 'scheme.editNowhere'];
  const onPaper = [
    ...['Other', 'Unread', 'TooWide', 'TooLong'].map((what) => `scheme.paper${what}`),
    ...['points', 'lead', 'column', 'table'].map((what) => `scheme.paper.${what}`),
  ];
  expect(Object.keys(messages.zh).sort()).toEqual(
    [...told, ...elsewhere, ...published, ...uploaded, ...onPaper].sort(),
  );
  expect(Object.keys(messages.en).sort()).toEqual(Object.keys(messages.zh).sort());
});

test('each sentence is filled from its data', () => {
  for (const [, was, fault] of FAULTS) {
    for (const { code, data } of found(swap(was, fault))) {
      for (const table of [messages.zh, messages.en] as Record<string, (d: unknown) => string>[]) {
        if (code.startsWith('scheme.')) expect(table[code]?.(data)).not.toMatch(/undefined|\[object|NaN|[!！]/);
      }
    }
  }
});

test('whatever is cut out of a scheme or typed into it ends in findings', () => {
  const slip = fc.record({
    at: fc.nat(BASE.length),
    cut: fc.nat(60),
    typed: fc.constantFrom(
      '',
      ' ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ':',
      '- ',
      '|',
      '&a ',
      '*a',
      '!!js ',
      '%',
      '\t',
      '\u0000',
      '\n',
      '9e999',
      '界',
    ),
  });
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 3 }), (slips) => {
      const text = slips.reduce((was, { at, cut, typed }) => was.slice(0, at) + typed + was.slice(at + cut), BASE);
      const { scheme, findings } = resolveScheme([{ file: 'scheme.yaml', text }]);
      expect(scheme !== undefined || findings.some(({ severity }) => severity === 'error')).toBe(true);
    }),
    { numRuns: 200 },
  );
});
