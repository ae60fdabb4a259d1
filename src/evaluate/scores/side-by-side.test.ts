/** Sums, grade and credibility of four scores, without a database. */
import { expect, test } from 'vitest';
import { evaluate } from '../evaluate.ts';
import { figure, schemeOf, submission, unit } from '../fixture.ts';
import type { GivenScore, ScoreOwner } from './scores.store.ts';
import { sideBySide } from './side-by-side.ts';

const SCHEME = schemeOf(`
scheme: two
name: 两项
year: 2025
levels: [county]
total: "10"
departments: { JY: { name: 教育局 } }
items:
  p: { name: 甲分, unit: 分, by: { county: JY } }
  q: { name: 乙分, unit: 分, by: { county: JY } }
indicators:
  A: { name: 全部 }
  A1: { name: 甲, points: "5", rule: { type: judged, value: p } }
  A2: { name: 乙, points: "5", rule: { type: judged, value: q } }
grades: [{ name: 优秀, from: "9" }, { name: 良好, from: "8" }, { name: 合格 }]
credibility: { formula: one-minus-relative-difference }
`);
const given = (owner: ScoreOwner, indicator: string, points: string): GivenScore => ({
  owner,
  indicator,
  points,
  version: 1,
  reason: '材料不全',
  basis: '核查记录',
  author: 'a',
  person: '徐核查',
  at: new Date('2026-03-01T00:00:00Z'),
});
const beside = (p: readonly string[], scores: readonly GivenScore[], clausesOpen = false) => {
  const figures = [...p.map((points) => figure('乙县', 'p', points, '分')), figure('乙县', 'q', '4.5', '分')];
  const units = [unit('甲市', 'prefecture'), unit('乙县', 'county', '甲市')];
  const [result] = evaluate(SCHEME, submission(units, figures), { asOf: '2025-12-31' }).results.units;
  return sideBySide(SCHEME, result ?? expect.unreachable(), clausesOpen, scores);
};

test('a leaf nobody scored has no sum of its own, and no grade is made of a part', () => {
  expect(beside(['5'], [given('verified', 'A1', '4')]).sums).toEqual({
    computed: { score: '9.50', given: 2, grade: '优秀' },
    stated: { score: '0.00', given: 0 },
    proposed: { score: '9.50', given: 2, grade: '优秀' },
    verified: { score: '4.00', given: 1 },
  });
});

test('a proposal moves the sum and the grade that are reported, and leaves what was computed', () => {
  const { sums, leaves } = beside(['5'], [given('proposed', 'A1', '3.99')]);
  expect(sums.proposed).toEqual({ score: '8.49', given: 2, grade: '良好' });
  expect(sums.computed.grade).toBe('优秀');
  expect(leaves[0]?.proposed?.difference).toBe('-1.01');
});

test('where the system is undecided, a score stands without a difference', () => {
  const { leaves, sums } = beside([], [given('verified', 'A1', '4')]);
  expect(leaves[0]).not.toHaveProperty('computed');
  expect(leaves[0]?.verified).not.toHaveProperty('difference');
  expect(sums.computed).toEqual({ score: '4.50', given: 1 });
});

test('a veto that is not decided yet leaves every grade open', () => {
  expect(beside(['5'], [], true).sums.computed).toEqual({ score: '9.50', given: 2 });
});

test('自评可信度 compares what was stated with what was verified, once both are whole', () => {
  const stated = [given('stated', 'A1', '5'), given('stated', 'A2', '5')];
  const verified = [given('verified', 'A1', '4'), given('verified', 'A2', '4.5')];
  expect(beside(['5'], [...stated, ...verified]).credibility).toBe('0.8500');
  expect(beside(['5'], [...stated, ...verified.slice(1)]).credibility).toBeUndefined();
});
