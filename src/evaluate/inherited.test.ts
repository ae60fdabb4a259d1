import { expect, test } from 'vitest';
import type { Figure, ItemCode, UnitCode } from '../kernel/index.ts';
import { gap } from '../kernel/index.ts';
import { figure, schemeOf, submission, unit } from './fixture.ts';
import { evaluate } from './index.ts';
import { type Successor, withInherited } from './inherited.ts';

const scheme = schemeOf(`
scheme: test
name: 测试方案
year: 2025
levels: [prefecture, county]
total: "10"
departments: { CZ: { name: 财政局 } }
grades: [{ name: 合格, from: "6" }, { name: 不合格 }]
items:
  spending: { name: 教育支出, unit: 元, by: { county: CZ }, prior: true }
  share: { name: 占比, unit: "%", by: { county: CZ }, prior: true }
indicators:
  A: { name: 投入 }
  A1: { name: 增长, points: "10", value: spending, unit: 元, rule: { type: growth, value: spending } }
`);
const AREA = [unit('清江市', 'prefecture'), unit('西东区', 'county', '清江市'), unit('北县', 'county', '清江市')];
const spent = (of: string, amount: string, period: string): Figure => figure(of, 'spending', amount, '元', { period });
const THEN = [
  spent('西县', '100', '2024'),
  spent('东县', '50.01', '2024'),
  ...['西县', '东县'].map((of) => figure(of, 'share', '20', '%', { period: '2024' })),
];
const NOW = [spent('西东区', '160', '2025'), spent('北县', '10', '2025'), spent('北县', '9', '2024')];
const merged = (more: Partial<Successor> = {}): Successor => ({
  unit: unit('西东区', 'county', '清江市'),
  of: ['西县', '东县'] as UnitCode[],
  whole: true,
  ...more,
});

function run(figures: readonly Figure[], successor: Successor, then: readonly Figure[] = THEN) {
  const answers = submission(AREA, figures);
  const last = { round: 'duty-2024', figures: then };
  const all = withInherited(scheme, answers, [successor], { round: 'duty-2025', last });
  const evaluation = evaluate(scheme, { ...answers, figures: all }, { asOf: '2025-12-31' });
  const prior = (item = 'spending') => evaluation.walk(item as ItemCode, '西东区' as UnitCode, -1);
  return { all, prior, leaf: evaluation.results.units.find(({ code }) => code === '西东区')?.results[0] };
}

test('the year before of merged units is what they spent together, and growth is held against it', () => {
  const { prior, leaf } = run(NOW, merged());
  expect(prior()).toMatchObject({
    value: { value: '150.01', unit: '元' },
    source: { kind: 'predecessors', round: 'duty-2024', units: ['西县', '东县'] },
  });
  expect(leaf).toMatchObject({ verdict: 'met' });
});

test('what goes to several units is nobody’s: a gap that cannot be compared, and not zero', () => {
  const { prior, leaf } = run(NOW, merged({ of: ['西县'] as UnitCode[], whole: false }));
  expect(prior()?.value).toMatchObject({ gap: 'not-comparable' });
  expect(leaf).toMatchObject({ verdict: 'undecided', why: expect.stringContaining('单位范围不同') });
});

test('a rate of two units is none of the one they became, and of a unit renamed it is its own', () => {
  expect(run(NOW, merged()).prior('share')?.value).toMatchObject({ gap: 'not-comparable' });
  expect(run(NOW, merged({ of: ['西县'] as UnitCode[] })).prior('share')?.value).toEqual({ value: '0.2', unit: '1' });
});

test('one that said nothing last year leaves the sum missing', () => {
  expect(run(NOW, merged(), THEN.slice(1)).prior()?.value).toMatchObject({ gap: 'missing' });
});

test('natures that differ are not added', () => {
  const [first, second] = THEN as [Figure, Figure];
  const then = [
    { ...first, nature: '决算数' as const },
    { ...second, nature: '快报数' as const },
  ];
  expect(run(NOW, merged(), then).prior()?.value).toMatchObject({ gap: 'not-comparable' });
});

test('what the new unit restates goes first; an empty cell gives way', () => {
  const restated = spent('西东区', '149', '2024');
  expect(run([...NOW, restated], merged()).prior()).toMatchObject({
    value: { value: '149' },
    source: { kind: 'cell' },
  });
  const empty: Figure = { ...restated, value: gap('missing') };
  const { all, prior } = run([...NOW, empty], merged());
  expect(prior()?.value).toMatchObject({ value: '150.01' });
  expect(all).not.toContain(empty);
  expect(all).toHaveLength(NOW.length + 2);
});
