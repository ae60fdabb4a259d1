/** What a leader is told first, and how far the next grade is, without a database. */
import { expect, test } from 'vitest';
import { decimal } from '../../kernel/index.ts';
import type { IndicatorResult, UnitResult } from '../contract.ts';
import { attention, lostPoints } from './attention.ts';
import { nextGrade } from './next-grade.ts';

const leaf = (code: string, points: string | undefined, of = '4.00'): IndicatorResult => ({
  ...{ code, name: code, of, shown: '', verdict: 'partly', formula: '', inputs: [], why: `${code}失分` },
  ...(points === undefined ? {} : { points }),
});
const unit = (code: string, results: readonly IndicatorResult[], more: Partial<UnitResult> = {}): UnitResult => ({
  ...{ unit: code, code, level: 'county', score: '80.00', of: '100.00', bonus: '0.00', gradeBySum: '良好' },
  ...{ grade: '良好', vetoes: [], downgrades: [], ceilings: [], sections: [] },
  undecided: results.flatMap(({ code, points }) => (points === undefined ? [code] : [])),
  results,
  ...more,
});
const clause = [{ code: 'V1', name: '拖欠工资', why: '' }];
const seen = (units: readonly UnitResult[], late: readonly string[] = []) =>
  attention({ evaluee: units[0], units, late, decimals: 2 });

test('one of each kind: what takes a grade, what costs most, who is late', () => {
  const city = unit('市', [leaf('A', '3.00'), leaf('B', '1.00'), leaf('C', '0.50')]);
  const county = unit('县', [leaf('A', '4.00')], { vetoes: clause, grade: '不合格' });
  expect(seen([city, county], ['甲县', '甲县', '乙县'])).toMatchObject([
    { kind: 'veto', unit: '县', name: '拖欠工资', was: '良好', is: '不合格', more: 0 },
    { kind: 'lost', code: 'C', lost: '3.50' },
    { kind: 'overdue', units: ['甲县', '乙县'], tasks: 3 },
  ]);
});

test('never more than three, and nothing where nothing is wrong', () => {
  const many = Array.from({ length: 9 }, (_, at) => leaf(`L${at}`, '1.00'));
  expect(seen([unit('市', many)])).toHaveLength(3);
  expect(seen([unit('市', [leaf('A', '4.00')])])).toEqual([]);
});

test('what is undecided has lost nothing, and counties that wait are named', () => {
  const city = unit('市', [leaf('A', undefined), leaf('B', '3.00')]);
  expect(lostPoints(city, 2).map(({ code }) => code)).toEqual(['B']);
  expect(seen([city, unit('县', [leaf('A', undefined)])])).toMatchObject([
    { kind: 'lost', code: 'B' },
    { kind: 'open', units: ['县'], leaves: 1 },
  ]);
});

const GRADES = {
  pointsDecimals: 2,
  grades: [{ name: '优秀', from: decimal('90') }, { name: '良好', from: decimal('80') }, { name: '合格' }],
};
test.each([
  ['89.72', { grade: '优秀', from: '90.00', short: '0.28' }],
  ['79.99', { grade: '良好', from: '80.00', short: '0.01' }],
  ['90', undefined],
])('%s is short of the next grade by what is missing', (sum, next) => {
  expect(nextGrade(decimal(sum), GRADES)).toEqual(next);
});
