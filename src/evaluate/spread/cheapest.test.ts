/** The cheapest way under a limit: by hand for two schools, and never dearer than raising any other school. */
import { expect, test } from 'vitest';
import { compare, decimal, ONE, printDecimal, rational, ZERO } from '../../kernel/index.ts';
import { cheapestRise } from './cheapest.ts';

const school = (amount: string, students: string) => ({ amount: decimal(amount), students: decimal(students) });
const told = (rises: ReturnType<typeof cheapestRise>) => rises?.map((each) => printDecimal(each, 2));
const HUNDREDTH = decimal('0.01');

test('where the limit holds nothing is added', () => {
  expect(told(cheapestRise([school('100', '10'), school('120', '10')], decimal('0.5'), HUNDREDTH))).toEqual([
    '0.00',
    '0.00',
  ]);
});

test('two schools of a size differ by (a - b) / (a + b): the lower rises until that is the limit', () => {
  // 20 and 4 give 2/3; under 0.5 the lower has to reach 20/3.
  expect(told(cheapestRise([school('20', '1'), school('4', '1')], decimal('0.5'), HUNDREDTH))).toEqual([
    '0.00',
    '2.67',
  ]);
});

test('people are added whole, and the lowest first', () => {
  const schools = [school('9', '100'), school('1', '100'), school('8', '100'), school('2', '100')];
  const rises = cheapestRise(schools, decimal('0.45'), ONE) ?? [];
  expect(rises.every(({ den }) => den === 1n)).toBe(true);
  expect(compare(rises[1] ?? ZERO, rises[3] ?? ZERO)).toBeGreaterThanOrEqual(0);
  expect(rises[0]).toEqual(ZERO);
});

test('one more reads as one more: a limit of nothing needs all alike', () => {
  const rises = cheapestRise([school('10', '2'), school('3', '1')], ZERO, rational(1n));
  expect(told(rises)).toEqual(['0.00', '2.00']);
});
