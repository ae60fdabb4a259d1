/**
 * Statements recomputed from printed numbers, rounding-aware (reference 8.1, YOY-4): a number printed to a unit stands
 * for an interval, and a statement is wrong only when its own interval misses what the others allow.
 */
import { add, compare, divide, multiply, ONE, type Rational, rational, subtract } from '../../kernel/index.ts';
import type { NumberMention } from './contract.ts';

/** A printed number: its value and half of its last digit. */
export interface Printed {
  readonly value: Rational;
  readonly slack: Rational;
}

export interface Interval {
  readonly low: Rational;
  readonly high: Rational;
}

export const interval = ({ value, slack }: Printed): Interval => ({
  low: subtract(value, slack),
  high: add(value, slack),
});
/** Heads and things are counted one by one: 413人 is no 412人, while 4.13万人 may be. Money and areas are always rounded. */
export const countedInterval = (number: NumberMention): Interval =>
  number.kind === 'amount' && !/[.．]/.test(number.digits) && !/^[万亿千]|[元米㎡]/.test(number.unit)
    ? { low: number.value, high: number.value }
    : interval(number);

export const overlaps = (a: Interval, b: Interval): boolean =>
  compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0;

/** Growth from `before` to `now`; undefined when `before` may be zero or less. */
export function growthInterval(now: Interval, before: Interval): Interval | undefined {
  if (before.low.num <= 0n) return undefined;
  return { low: subtract(divide(now.low, before.high), ONE), high: subtract(divide(now.high, before.low), ONE) };
}

/** What `rate` a year amounts to over `years` years: (1 + rate)^years - 1. */
export const compound = ({ low, high }: Interval, years: number): Interval => ({
  low: subtract(power(add(ONE, low), years), ONE),
  high: subtract(power(add(ONE, high), years), ONE),
});

const power = ({ num, den }: Rational, exponent: number): Rational =>
  rational(num ** BigInt(exponent), den ** BigInt(exponent));

export function shareInterval(part: Interval, whole: Interval): Interval | undefined {
  if (whole.low.num <= 0n) return undefined;
  return { low: divide(part.low, whole.high), high: divide(part.high, whole.low) };
}

export const differenceInterval = (a: Interval, b: Interval): Interval => ({
  low: subtract(a.low, b.high),
  high: subtract(a.high, b.low),
});
export const sumInterval = (parts: readonly Interval[]): Interval =>
  parts.reduce((sum, part) => ({ low: add(sum.low, part.low), high: add(sum.high, part.high) }), {
    low: rational(0n),
    high: rational(0n),
  });

/** The middle of an interval, for the sentence that says what it should be. */
export const middle = ({ low, high }: Interval): Rational => multiply(add(low, high), rational(1n, 2n));
