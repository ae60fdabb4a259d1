import { readFileSync } from 'node:fs';
import { buildParserFile } from '@lezer/generator';
import { expect, test } from 'vitest';
import { decimal, gap, type ItemCode, measure, sayWith } from '../../kernel/index.ts';
import {
  compileFormula,
  DEPTH_LIMIT,
  type FormulaContext,
  type FormulaNames,
  messages,
  type Outcome,
  TOKENS_LIMIT,
} from './index.ts';

const ITEMS: Readonly<Record<string, { type: 'number' | 'truth' | 'text'; dimension: string }>> = {
  spending: { type: 'number', dimension: 'money' },
  students: { type: 'number', dimension: 'person' },
  area: { type: 'number', dimension: 'area' },
  rate: { type: 'number', dimension: '' },
  absent: { type: 'number', dimension: 'money' },
  notAsked: { type: 'number', dimension: 'money' },
  filed: { type: 'truth', dimension: '' },
};
const names: FormulaNames = {
  item: (name) => {
    const code = name === '教育支出' ? 'spending' : name;
    const found = Object.hasOwn(ITEMS, code) ? ITEMS[code] : undefined;
    return found && { code: code as ItemCode, ...found };
  },
  attribute: (name) => name === 'type',
  ledger: (name) =>
    name === 'transfers'
      ? {
          columns: new Map([
            ['amount', { type: 'number', dimension: 'money' } as const],
            ['to', { type: 'text', dimension: '' } as const],
          ]),
        }
      : undefined,
  indicator: (code) => code === 'B3.1',
};

const read = (values: Readonly<Record<string, Outcome>>, code: string): Outcome =>
  values[code] ?? gap('missing', [{ item: code as ItemCode, unit: '白渡县' as never, period: 'calendar(2025)' }]);
const money = (text: string) => measure(decimal(text), 'money');

function contextOf(now: Readonly<Record<string, Outcome>>, more: Partial<FormulaContext> = {}): FormulaContext {
  const context: FormulaContext = {
    item: (code) => read(now, code),
    attribute: () => '小学',
    prior: () => contextOf({ spending: money('80'), rate: measure(decimal('0')) }),
    members: () => [],
    ledgerRows: () => [],
    score: () => measure(decimal('4'), 'point'),
    ...more,
  };
  return context;
}

const HERE = contextOf({
  spending: money('100'),
  students: measure(decimal('4'), 'person'),
  rate: measure(decimal('0.8496')),
  filed: { kind: 'truth', truth: true },
  notAsked: gap('not-applicable'),
});
function run(text: string, context = HERE): Outcome {
  const result = compileFormula(text, names);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.formula.evaluate(context);
}
const codes = (text: string) => compileFormula(text, names).findings.map(({ code }) => code);

test.each([
  ['a formula of ten thousand terms', Array(10_000).fill('rate').join('+')],
  ['ten thousand brackets', `${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
  ['a chain of ten thousand signs', `${'-'.repeat(10_000)}1`],
  [`brackets deeper than ${DEPTH_LIMIT}`, `${'('.repeat(DEPTH_LIMIT + 1)}1${')'.repeat(DEPTH_LIMIT + 1)}`],
  ['half a formula', 'spending +'],
  ['nothing', ''],
  ['a number of fifty digits', '9'.repeat(50)],
  ['two formulas', 'rate rate'],
  ['three comparisons in a row', '1 < 2 < 3'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: hostile text, not a template.
  ['a template string', '`${process.exit()}`'],
  ['a name of JavaScript', 'constructor'],
  ['a name of Node', 'process'],
  ['a call of JavaScript', 'constructor("return 1")'],
  ['a hidden property', '__proto__'],
  ['an unknown item', 'nobody'],
  ['an unknown Chinese name', '[没有这一项]'],
  ['an unknown function', 'EVAL("1")'],
  ['a text as a number', '"1" + 1'],
  ['a truth as a number', 'filed * 2'],
  ['money and people added', 'spending + students'],
  ['money and people compared', 'spending > students'],
  ['too few arguments', 'ROUND(rate)'],
  ['too many arguments', 'NOT(filed, filed)'],
  ['an unknown group', 'COUNT(towns, rate > 0)'],
  ['an unknown ledger', 'ROWS(nobody)'],
  ['an unknown column', 'ROWS(transfers, price > 0)'],
  ['an item where columns are meant', 'ROWS(transfers, spending > 0)'],
  ['an unknown indicator', 'SCORE("Z9")'],
  ['a unit nobody knows', 'AMOUNT(5, "打")'],
])('%s is refused in sentences of both languages', (_name, text) => {
  const { ok, findings } = compileFormula(text, names);
  expect(ok).toBe(false);
  for (const finding of findings) {
    expect(sayWith(messages.zh)(finding)).not.toMatch(/undefined|NaN/);
    expect(sayWith(messages.en)(finding)).not.toMatch(/undefined|NaN/);
  }
});

test('all that is wrong is told at once, each where it stands', () => {
  expect(compileFormula('nobody + 2 * nothing', names).findings.map(({ at }) => at.offset)).toEqual([0, 13]);
});

test('a long total is not a deep one', () => {
  expect(
    codes(
      Array(TOKENS_LIMIT / 2 - 1)
        .fill('rate')
        .join('+'),
    ),
  ).toEqual([]);
});

test('what a unit is not asked for is neither met nor failed', () => {
  expect(run('MET(filed, notAsked > 0, TRUE)')).toMatchObject({ exact: decimal('2') });
  expect(run('notAsked + 1')).toMatchObject({ kind: 'gap', why: 'not-applicable' });
});

test('a missing figure goes through everything but GIVEN and IFGAP', () => {
  for (const text of [
    'absent + 1',
    'MAX(absent, spending)',
    'absent > 0',
    'IF(absent > 0, 1, 2)',
    'GROWTH(absent)',
    'AND(filed, absent > 0)',
    'MET(filed, absent > 0)',
  ])
    expect(run(text)).toMatchObject({ kind: 'gap', why: 'missing' });
  expect(run('GIVEN(absent)')).toEqual({ kind: 'truth', truth: false });
  expect(run('IFGAP(absent, spending)')).toMatchObject({ exact: decimal('100') });
  expect(run('AND(FALSE, absent > 0)')).toEqual({ kind: 'truth', truth: false });
  expect(run('OR(filed, absent > 0)')).toEqual({ kind: 'truth', truth: true });
});

test('dividing by zero is a gap, also in growth from zero', () => {
  expect(run('rate / 0')).toMatchObject({ why: 'divided-by-zero' });
  expect(run('GROWTH(rate)')).toMatchObject({ why: 'divided-by-zero' });
});

test.each([
  ['rate >= 85%', false],
  ['rate >= 84.96%', true],
  ['spending >= 100', true],
  ['@type = "小学"', true],
  ['CONTAINS("督学花名册", "花名")', true],
  ['NOT(真)', false],
  ['上年(spending) < spending', true],
])('%s is %s', (text, truth) => expect(run(text)).toEqual({ kind: 'truth', truth }));

test.each([
  ['1 + 2 * 3', '7'],
  ['-(2 - 5)', '3'],
  ['10 - 3 - 2', '5'],
  ['spending / students', '25'],
  ['增长率([教育支出])', '0.25'],
  ['CHANGE(spending)', '20'],
  ['四舍五入(2.345, 2)', '2.35'],
  ['CEIL(7 / 5) + FLOOR(7 / 5)', '3'],
  ['MET(TRUE, FALSE, 真)', '2'],
  ['SCORE("B3.1")', '4'],
])('%s is %s', (text, exact) => expect(run(text)).toMatchObject({ exact: decimal(exact) }));

test('a per-person amount carries both dimensions', () => {
  expect(compileFormula('spending / students', names)).toMatchObject({ formula: { dimension: 'money/person' } });
});

test('a bare number may be given a unit, and nothing else may', () => {
  expect(run('数量(NUMBER(students) / 5, "万人")')).toMatchObject({ exact: decimal('8000'), dimension: 'person' });
  expect(run('AMOUNT(NUMBER(absent), "人")')).toMatchObject({ why: 'missing' });
  expect(codes('AMOUNT(spending, "人")')).toEqual(['formula.dimension']);
  expect(codes('AMOUNT(5, "打")')).toEqual(['formula.unknownUnit']);
  expect(codes('AMOUNT(5, students)')).toEqual(['formula.type']);
});

test('what is read, and of which year, is listed', () => {
  expect(compileFormula('GROWTH(spending) + PRIOR(rate)', names)).toMatchObject({
    formula: {
      uses: expect.arrayContaining([
        { item: 'spending', shift: 0 },
        { item: 'spending', shift: -1 },
        { item: 'rate', shift: -1 },
      ]),
    },
  });
});

const school = (area: string | undefined, students: string): FormulaContext =>
  contextOf({
    students: measure(decimal(students), 'person'),
    ...(area === undefined ? {} : { area: measure(decimal(area), 'area') }),
  });
const county = (...schools: readonly FormulaContext[]) => contextOf({}, { members: () => schools });

test('rows nobody handed in leave open what they could meet, and nothing else', () => {
  const rowOf = (to: string): FormulaContext =>
    contextOf({ amount: money('5'), to: { kind: 'text', text: to } }, { attribute: () => '是' });
  const missing = gap('missing');
  const unknown = contextOf(
    { amount: missing, to: missing },
    {
      attribute: () => '否',
      unknown: gap('missing', [{ item: 'transfers' as ItemCode, unit: '白渡县' as never, period: 'calendar(2025)' }]),
    },
  );
  const context = contextOf({}, { ledgerRows: () => [rowOf('一中'), unknown] });
  expect(run('LIST(transfers, to, @own = "是")', context)).toEqual({ kind: 'text', text: '一中' });
  expect(run('ROWSUM(transfers, amount, AND(amount > 1, @own = "是"))', context)).toMatchObject({
    exact: decimal('5'),
  });
  for (const whole of ['ROWS(transfers)', 'ROWS(transfers, @own = "否")', 'LIST(transfers, to, amount > 1)'])
    expect(run(whole, context)).toMatchObject({ kind: 'gap', from: [{ unit: '白渡县' }] });
});

test('the 差异系数 is weighted by students', () => {
  const three = [school('600', '100'), school('1200', '300'), school('3000', '600')];
  expect(run('CV(area, students)', county(...three))).toMatchObject({ exact: decimal('0.125') });
  expect(run('CV(area, students)', county(...three, school('9', '0')))).toMatchObject({ exact: decimal('0.125') });
  expect(run('CV(area, students)', county(...three, school(undefined, '5')))).toMatchObject({ why: 'missing' });
  expect(run('CV(area, students)', county(school('600', '100')))).toMatchObject({ exact: decimal('0') });
  expect(run('CV(area, students)', county(school('0', '100'), school('0', '50')))).toMatchObject({
    why: 'divided-by-zero',
  });
});

test('a 差异系数 names the schools it passes over, and not those it is not about', () => {
  const named = (unit: string, area: string | undefined, students: string, type = '小学'): FormulaContext => ({
    ...school(area, students),
    unit: unit as never,
    attribute: () => type,
  });
  const three = [named('1', '600', '100'), named('2', '1200', '300'), named('3', '3000', '600')];
  const primary = 'OR(students > 0, @type = "小学")';
  const text = `CV(area, students, AND(${primary}, NOT(AND(@type = "教学点", students < 50))))`;
  expect(run(text, county(...three))).not.toHaveProperty('leftOut');
  expect(
    run(
      text,
      county(
        ...three,
        named('空校', '0', '0'),
        named('小点', '40', '20', '教学点'),
        named('幼儿园', '0', '0', '幼儿园'),
        named('填错的幼儿园', '90', '0', '幼儿园'),
      ),
    ),
  ).toMatchObject({
    exact: decimal('0.125'),
    leftOut: [
      { unit: '空校', why: 'no-weight' },
      { unit: '小点', why: 'condition' },
      { unit: '填错的幼儿园', why: 'no-weight' },
    ],
  });
});

test('the committed parser is the one the grammar makes', () => {
  const at = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
  const { parser } = buildParserFile(at('formula.grammar'), { fileName: 'formula.grammar', moduleStyle: 'es' });
  const tables = (text: string) => [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([quoted]) => quoted);
  expect(tables(at('parser.gen.js'))).toEqual(tables(parser));
});
