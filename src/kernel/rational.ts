/**
 * Exact numbers: a fraction of two integers. Every figure, sum, ratio and threshold of Luzhi is one of these
 * until it is printed, so 84.96 % is never taken for 85 %. Pure arithmetic; units live in `measure.ts`.
 */
export interface Rational {
  readonly num: bigint;
  /** Always positive; the fraction is in lowest terms. */
  readonly den: bigint;
}

export const ZERO: Rational = { num: 0n, den: 1n };
export const ONE: Rational = { num: 1n, den: 1n };

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Throws RangeError when `den` is zero: callers turn that case into a gap first. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  let [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero');
  if (d === 1n) return { num: n, den: 1n };
  if (d < 0n) [n, d] = [-n, -d];
  const common = gcd(n, d);
  return common === 1n ? { num: n, den: d } : { num: n / common, den: d / common };
}

export const add = (a: Rational, b: Rational): Rational =>
  a.den === b.den ? rational(a.num + b.num, a.den) : rational(a.num * b.den + b.num * a.den, a.den * b.den);
export const negate = (a: Rational): Rational => ({ num: -a.num, den: a.den });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational => rational(a.num * b.num, a.den * b.den);
/** Throws RangeError for a zero divisor. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.num * b.den, a.den * b.num);
export const absolute = (a: Rational): Rational => (a.num < 0n ? negate(a) : a);
export const isZero = (a: Rational): boolean => a.num === 0n;
export const isWhole = (a: Rational): boolean => a.den === 1n;

/** Negative, zero or positive, as for sorting. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const equal = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;
export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);

export function floor(a: Rational): bigint {
  const quotient = a.num / a.den;
  return a.num < 0n && quotient * a.den !== a.num ? quotient - 1n : quotient;
}
export const ceil = (a: Rational): bigint => -floor(negate(a));

/** Only for drawing and sorting; never to decide or to print. */
export const toNumber = (a: Rational): number => {
  const whole = a.num / a.den;
  return Number(whole) + Number(a.num - whole * a.den) / Number(a.den);
};

/** Integer square root, rounded down: Newton from a power of two that is not below the root. */
function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let x = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (x + n / x) / 2n;
    if (next >= x) return x;
    x = next;
  }
}

/** Digits after the point that a root is carried to: far beyond any printed or compared place. */
const ROOT_DIGITS = 30n;

/** Square root; exact when the fraction is a square, else cut at 30 decimals. Throws RangeError below zero. */
export function squareRoot(a: Rational): Rational {
  if (a.num < 0n) throw new RangeError('a square root needs a value of zero or more');
  const [top, bottom] = [integerRoot(a.num), integerRoot(a.den)];
  if (top * top === a.num && bottom * bottom === a.den) return rational(top, bottom);
  const scale = 10n ** ROOT_DIGITS;
  return rational(integerRoot((a.num * scale * scale) / a.den), scale);
}
