/** What cells say, what a waterfall is drawn from, and what is read from a pasted table. */
import { expect, test } from 'vitest';
import { csvOf } from '../parts/csv.ts';
import { axisFrom, barsOf } from './change/waterfall.ts';
import { heatCell } from './heat.ts';
import { readPasted } from './read-last.ts';

const leaf = (points: string | undefined, of = '4.00', verdict = 'partly') => ({ points, of, verdict });

test.each([
  ['full marks print a dot', leaf('4.00'), 'lost', { kind: 'full', text: '·', depth: 0 }],
  ['what is lost is printed, as deep as its share', leaf('3.20'), 'lost', { kind: 'lost', text: '0.80', depth: 2 }],
  ['everything lost is deepest', leaf('0.00'), 'lost', { kind: 'lost', text: '4.00', depth: 5 }],
  ['a rate is a whole per cent', leaf('2.67'), 'rate', { kind: 'lost', text: '67%', depth: 3 }],
  ['missing is never zero', leaf(undefined, '4.00', 'undecided'), 'lost', { kind: 'missing', text: '', depth: 0 }],
  ['who is not asked has no cell', undefined, 'lost', { kind: 'unasked', text: '', depth: 0 }],
] as const)('%s', (_, cell, mode, shown) => {
  expect(heatCell(cell, undefined, mode, 2)).toEqual(shown);
});

test('against last year a fall has a minus of its own, and what is not known a dash', () => {
  expect(heatCell(leaf('2.67'), '4.00', 'change', 2)).toMatchObject({ kind: 'fell', text: '−1.33' });
  expect(heatCell(leaf('4.00'), '3.70', 'change', 2)).toMatchObject({ kind: 'rose', text: '+0.30' });
  expect(heatCell(leaf('4.00'), undefined, 'change', 2)).toMatchObject({ kind: 'unknown', text: '—' });
});

test('bars follow each other from last year to this, and the axis begins below them all', () => {
  const change = {
    was: '91.07',
    is: '89.74',
    steps: [
      { kind: 'leaf' as const, code: 'B1.4', name: '整改', count: 1, difference: '+0.30' },
      { kind: 'leaf' as const, code: 'B3.2', name: '生均', count: 1, difference: '-1.63' },
    ],
  };
  const bars = barsOf(change, ['2024', '2025'], ({ code = '' }) => code);
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    [0, 91.07],
    [91.07, 91.37],
    [91.37, 89.74],
    [0, 89.74],
  ]);
  expect(axisFrom(bars)).toBe(88);
});

test('a table pasted from WPS is read by names and codes; what is not known is named', () => {
  const units = [
    { code: '881221', name: '云屏县' },
    { code: '881222', name: '石渡县' },
  ];
  const text = '单位\t总分\t等次\tB3.1 支出\tZ9\n云屏县\t８８．７\t良好\t4.00\t1\n881222\t90\t优秀\n某县\t90\t优秀\n';
  expect(readPasted(text, units, new Set(['B3.1']))).toEqual({
    results: [
      { unit: '881221', score: '88.7', grade: '良好', points: { 'B3.1': '4.00' } },
      { unit: '881222', score: '90', grade: '优秀' },
    ],
    unknown: ['某县'],
  });
});

test('a text that a spreadsheet would run is kept a text, and a number a number', () => {
  expect(csvOf([['=1+1', '−1.33', '@x', '甲,乙']])).toBe('\uFEFF\'=1+1,-1.33,\'@x,"甲,乙"\r\n');
});
