import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  ceil,
  compare,
  decimal,
  divide,
  multiply,
  parseDecimal,
  printDecimal,
  printExact,
  type Rational,
  rational,
  round,
  squareRoot,
  subtract,
  withThousands,
} from './index.ts';

const fractions = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([num, den]) => rational(num, den));

test('a fraction without a denominator is refused', () => {
  expect(() => rational(1n, 0n)).toThrow(RangeError);
  expect(() => divide(rational(1n), rational(0n))).toThrow(RangeError);
  expect(() => squareRoot(rational(-1n))).toThrow(RangeError);
});

test.each(['', '1.', '.5', '1e5', '１２', '1,000', '--1', `${'9'.repeat(60)}`])('%j is not a decimal', (text) => {
  expect(parseDecimal(text)).toBeUndefined();
});

test('what is added can be taken away again, to the last digit', () => {
  fc.assert(fc.property(fractions, fractions, (a, b) => compare(subtract(add(a, b), b), a) === 0));
});

test('order agrees with the sign of the difference', () => {
  fc.assert(
    fc.property(fractions, fractions, (a, b) => Math.sign(compare(a, b)) === Math.sign(Number(subtract(a, b).num))),
  );
});

test('rounding moves a value by half a step at most and prints as many decimals as asked', () => {
  fc.assert(
    fc.property(fractions, fc.integer({ min: 0, max: 6 }), (value, decimals) => {
      const half = rational(1n, 2n * 10n ** BigInt(decimals));
      const off = subtract(round(value, decimals), value);
      const printed = printDecimal(value, decimals);
      expect(compare(off, half) <= 0 && compare(off, rational(-half.num, half.den)) >= 0).toBe(true);
      expect(printed.split('.')[1]?.length ?? 0).toBe(decimals);
    }),
  );
});

test.each([
  ['0.125', 2, '0.13'],
  ['-0.125', 2, '-0.13'],
  ['84.96', 1, '85.0'],
  ['84.96', 2, '84.96'],
  ['-0.004', 2, '0.00'],
  ['1250', -2, '1300'],
  ['12345.678', 0, '12346'],
])('%s to %i decimals is %s (四舍五入)', (text, decimals, printed) => {
  expect(printDecimal(decimal(text), decimals)).toBe(printed);
});

test('the other tie rule goes to the even neighbour', () => {
  expect(printDecimal(decimal('0.125'), 2, 'half-even')).toBe('0.12');
  expect(printDecimal(decimal('0.135'), 2, 'half-even')).toBe('0.14');
});

test('a value is printed whole where a decimal can say it', () => {
  expect(printExact(rational(1n, 8n))).toBe('0.125');
  expect(printExact(rational(1n, 3n))).toBeUndefined();
  expect(printExact(rational(-300n))).toBe('-300');
});

test('roots of squares are exact, others are right to thirty places', () => {
  expect(squareRoot(rational(9n, 25n))).toEqual(rational(3n, 5n));
  const two: Rational = squareRoot(rational(2n));
  expect(printDecimal(two, 20)).toBe('1.41421356237309504880');
  expect(compare(multiply(two, two), rational(2n)) <= 0).toBe(true);
});

test('five schools an inspector rounds up', () => {
  expect(ceil(divide(rational(1986n), rational(5n)))).toBe(398n);
  expect(ceil(rational(-3n, 2n))).toBe(-1n);
});

test('thousands commas stand before the point only', () => {
  expect(withThousands('1234567.8901')).toBe('1,234,567.8901');
  expect(withThousands('-864218.95')).toBe('-864,218.95');
  expect(withThousands('123')).toBe('123');
  expect(withThousands('4.820388349515')).toBe('4.820388349515');
});
