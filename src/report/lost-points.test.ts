/** What a report says of points that were lost: what weighs most by itself, the rest in one entry. */
import { expect, test } from 'vitest';
import { collectFigures, NO_EVIDENCE } from '../collect/index.ts';
import { evaluate } from '../evaluate/index.ts';
import { decimal } from '../kernel/index.ts';
import { resolveScheme } from '../scheme/index.ts';
import { materialFor } from './collections.ts';
import { type LostPoint, lostPoints, namedProblems, sumOfLost } from './lost-points.ts';

const { scheme } = resolveScheme([
  {
    file: 'scheme.yaml',
    text: `
scheme: small
name: 样例方案
year: 2025
levels: [county]
total: "4"
departments: { JY: { name: 教育局 } }
grades: [{ name: 不合格 }]
items:
  ok: { name: 做到, unit: 是否, by: { county: JY } }
indicators:
  A: { name: 全面履行职责，保障优先 }
  A1: { name: 投入, points: "1", rule: { type: threshold, met: ok } }
  A2: { name: 编制, points: "1", rule: { type: threshold, met: ok } }
  B: { name: 群众满意 }
  B1: { name: 满意度, points: "1", rule: { type: threshold, met: ok } }
  B2: { name: 任务, points: "1", rule: { type: threshold, met: ok } }
`,
  },
]);
const lost = (code: string, title: string, points: string, shown = ''): LostPoint => ({
  code,
  title,
  lost: decimal(points),
  shown,
  problem: `${title}不足。`,
  measure: `改进${title}。`,
});
const named = (...all: readonly LostPoint[]) => {
  if (scheme === undefined) throw new Error('no scheme');
  return namedProblems(all, { scheme }).map(({ ordinal, problem, codes }) => [ordinal, problem, codes.join(' ')]);
};

test('nothing lost, nothing named', () => expect(named()).toEqual([]));

/** Leaves that lost as much as is given. */
const alike = (...points: readonly string[]) => points.map((each, at) => lost(`X${at + 1}`, `指标${at + 1}`, each));

test('twelve are named each by itself, however little one of them lost', () => {
  const said = named(...alike('4', ...Array<string>(11).fill('0.1')));
  expect(said).toHaveLength(12);
  expect(said.at(-1)).toEqual(['十二', '指标12不足。', 'X12']);
});

test('one more great loss moves one leaf to the rest and leaves the others named', () => {
  const small = Array<string>(12).fill('0.5');
  const before = named(...alike('1', ...small));
  const after = named(...alike('4', '1', ...small));
  for (const said of [before, after]) expect(said.map(([ordinal]) => ordinal)).toHaveLength(12);
  expect(before.at(-1)?.[1]).toBe('另有2项指标尚有差距：指标12（失0.50分）、指标13（失0.50分）。');
  expect(after.at(-1)?.[1]).toMatch(/^另有3项指标尚有差距：指标12/);
});

test('the rest stands under its branches with what it lost; short of a target without a loss is named there', () => {
  const rest = [
    lost('B2', '任务', '0.2', '85%'),
    lost('A2', '编制', '0.2', '83.76%'),
    lost('B1', '满意度', '0.1'),
    lost('A1', '投入', '0', '99.98%'),
  ];
  const said = named(...alike(...Array<string>(11).fill('1')), ...rest);
  expect(said.at(-1)).toEqual([
    '十二',
    '另有4项指标尚有差距：履行职责方面，投入、编制（失0.20分）；群众满意方面，满意度（失0.10分）、任务（失0.20分）。',
    'A1 A2 B1 B2',
  ]);
  const rounded = [lost('A2', '编制', '0', '99.98%'), lost('B2', '任务', '0', '99.99%')];
  expect(named(lost('A1', '投入', '0.4'), ...rounded).map(([, problem]) => problem)).toEqual([
    '投入不足。',
    '另有2项指标尚有差距：履行职责方面，编制；群众满意方面，任务。',
  ]);
});

test('what was lost adds up exactly', () => {
  expect(sumOfLost([lost('A1', '投入', '0.1'), lost('A2', '编制', '0.2')])).toEqual(decimal('0.3'));
});

/** What is said of the spending of a prefecture and two counties: this year's over 100 each the year before. */
function saidOfSpending(own: number, yunping: number, luming: number) {
  const { scheme: spending } = resolveScheme([
    {
      file: 'scheme.yaml',
      text: `
scheme: small
name: 样例方案
year: 2025
levels: [prefecture, county]
total: "1"
departments: { CZ: { name: 财政局 } }
grades: [{ name: 不合格 }]
items:
  spent: { name: 支出, unit: 万元, by: { prefecture: CZ, county: CZ }, roll: sum, prior: true }
indicators:
  A:
    name: 投入
    points: "1"
    rule: { type: threshold, met: CHANGE(spent) >= 0 }
    problem: 全市支出未实现只增不减[，其中{units}下降]。
    measure: "{units}须确保支出只增不减[，对{units}下达整改通知]。"
`,
    },
  ]);
  if (spending === undefined) throw new Error('no scheme');
  const rows = Object.entries({ 清江市: own, 云屏县: yunping, 鹿鸣县: luming }).flatMap(([unit, value]) => [
    `${unit},spent,2024,100`,
    `${unit},spent,2025,${value}`,
  ]);
  const files = [
    ['单位名录.csv', '代码,名称,类型,上级\n8812,清江市,市,\n881221,云屏县,县,清江市\n881222,鹿鸣县,县,清江市\n'],
    ['figures.csv', `unit,item,period,value\n${rows.join('\n')}\n`],
  ].map(([name = '', text]) => ({ name, bytes: new TextEncoder().encode(text) }));
  const submission = collectFigures({ path: 'figures', files, evidence: NO_EVIDENCE }, spending, 2025);
  const evaluation = evaluate(spending, submission, { asOf: '2025-12-31' });
  return lostPoints(materialFor(spending, submission, evaluation)).map(({ problem, measure }) => [problem, measure]);
}

test('counties are said to have fallen only where one did; else the whole alone', () => {
  expect(saidOfSpending(100, 100, 100)).toEqual([]);
  expect(saidOfSpending(80, 101, 102)).toEqual([['全市支出未实现只增不减。', '清江市须确保支出只增不减。']]);
  expect(saidOfSpending(100, 60, 101)).toEqual([
    ['全市支出未实现只增不减，其中云屏县下降。', '云屏县须确保支出只增不减，对云屏县下达整改通知。'],
  ]);
  expect(saidOfSpending(100, 60, 90)[0]?.[0]).toBe('全市支出未实现只增不减，其中云屏县、鹿鸣县下降。');
});
