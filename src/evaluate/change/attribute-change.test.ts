/** The steps of a waterfall, without a database: they add up, and nothing of one kind hides in another. */
import { expect, test } from 'vitest';
import { add, decimal, printDecimal, subtract } from '../../kernel/index.ts';
import type { IndicatorResult } from '../contract.ts';
import { attributeChange } from './attribute-change.ts';

const leaf = (code: string, points: string | undefined, of = '5.00'): IndicatorResult => ({
  ...{ code, name: `指标${code}`, of, shown: '', verdict: 'partly', formula: '', inputs: [], why: '' },
  ...(points === undefined ? {} : { points }),
});
const now = (...results: readonly IndicatorResult[]) => ({
  results,
  score: printDecimal(
    results
      .flatMap(({ points }) => points ?? [])
      .map(decimal)
      .reduce(add, decimal('0')),
    2,
  ),
});
const last = (score: string, leaves: Readonly<Record<string, string | readonly [string, string]>>) => ({
  score,
  leaves: new Map(
    Object.entries(leaves).map(([code, held]) => {
      const [points, of] = typeof held === 'string' ? [held, '5.00'] : held;
      return [code, { points, of }];
    }),
  ),
});
const told = ({ steps }: ReturnType<typeof attributeChange>) =>
  steps.map(({ kind, code = '', difference }) => `${kind}${code} ${difference}`);

test('rises stand before falls, the largest of each outermost, and what did not move is left out', () => {
  const change = attributeChange(
    now(leaf('A', '5.00'), leaf('B', '1.00'), leaf('C', '3.00'), leaf('D', '2.50'), leaf('E', '4.00')),
    last('14.50', { A: '2.00', B: '4.00', C: '2.00', D: '2.50', E: '4.00' }),
    2,
  );
  expect(told(change)).toEqual(['leafA +3.00', 'leafC +1.00', 'leafB -3.00']);
});

test('a leaf that is new, gone or worth other points is the change of the scheme, not of the unit', () => {
  const change = attributeChange(
    now(leaf('A', '4.00'), leaf('B', '2.00', '3.00'), leaf('N', '1.00')),
    last('9.00', { A: '3.00', B: ['4.00', '5.00'], G: '2.00' }),
    2,
  );
  expect(told(change)).toEqual(['scheme -3.00', 'leafA +1.00']);
});

test('a leaf undecided now has not lost its points: it stands apart', () => {
  const change = attributeChange(
    now(leaf('A', '4.00'), leaf('B', undefined)),
    last('7.00', { A: '4.00', B: '3.00' }),
    2,
  );
  expect(told(change)).toEqual(['open -3.00']);
});

test('of many small ones the smallest stand together, and the steps add up to the last hundredth', () => {
  const codes = Array.from({ length: 15 }, (_, at) => `L${at}`);
  const before = Object.fromEntries(codes.map((code, at) => [code, `1.${String(at).padStart(2, '0')}`]));
  const change = attributeChange(now(...codes.map((code) => leaf(code, '1.07'))), last('16.05', before), 2);
  expect(change.steps.find(({ kind }) => kind === 'rest')).toMatchObject({ count: 4 });
  const total = change.steps.map(({ difference }) => decimal(difference)).reduce(add, decimal('0'));
  expect(total).toEqual(subtract(decimal(change.is), decimal(change.was)));
});

test('where only last year’s sum is known, nothing is said of the leaves', () => {
  expect(attributeChange(now(leaf('A', '4.00')), last('3.00', {}), 2)).toEqual({ was: '3.00', is: '4.00', steps: [] });
});
