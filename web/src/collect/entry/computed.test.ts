/** Computed rows move with what is typed, and say nothing rather than a wrong number. */
import { expect, test } from 'vitest';
import type { TaskPage } from '../../../../src/collect/replies.ts';
import { type Cell, EMPTY, keyOf } from './cells.ts';
import { openComputer } from './computed.ts';

const item = (code: string, unit: string, more: object = {}) => ({
  ...{ code, name: code, unit, type: 'number', dimension: unit === '人' ? 'person' : 'money' },
  ...{ required: true, prior: true, by: {}, roll: 'sum', period: '2025年', computed: false },
  ...more,
});
const page = {
  unit: { code: '881221', name: '云屏县' },
  schools: [],
  items: [
    item('running', '万元'),
    item('capital', '万元'),
    item('total', '万元', { computed: true, formula: 'running + capital' }),
    item('twice', '万元', { computed: true, formula: 'total * 2' }),
    item('more', '万元', { computed: true, formula: 'total - PRIOR(total)' }),
    item('ofSchools', '万元', { computed: true, formula: 'SUMOVER(schools, running)' }),
    item('round', '万元', { computed: true, formula: 'circle + 1' }),
    item('circle', '万元', { computed: true, formula: 'round + 1' }),
  ],
} as unknown as TaskPage;
const typed = (values: Readonly<Record<string, string>>, year: 'now' | 'prior' = 'now'): [string, Cell][] =>
  Object.entries(values).map(([code, value]) => [
    keyOf({ subject: '881221', item: code as never, year }),
    { ...EMPTY, typed: value },
  ]);
const shown = (code: string, cells: readonly [string, Cell][]) =>
  openComputer(page).shown(new Map(cells), '881221', page.items.find((each) => each.code === code) as never, 'now');

test('a sum is there as soon as its parts are, and follows them', () => {
  expect(shown('total', typed({ running: '1,200.5' }))).toBeUndefined();
  expect(shown('total', typed({ running: '1,200.5', capital: '10' }))).toBe('1,210.50');
  expect(shown('twice', typed({ running: '1', capital: '2' }))).toBe('6.00');
});

test('last year stands beside it', () => {
  const cells = [...typed({ running: '5', capital: '5' }), ...typed({ running: '3', capital: '4' }, 'prior')];
  expect(shown('more', cells)).toBe('3.00');
});

test('what lies beyond the task, and what follows from itself, is not made up', () => {
  expect(shown('ofSchools', typed({ running: '1' }))).toBeUndefined();
  expect(shown('round', typed({ running: '1' }))).toBeUndefined();
});
