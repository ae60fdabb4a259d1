/**
 * Decimal text in, decimal text out. Rounding happens here and nowhere else, half away from zero (四舍五入)
 * unless the scheme names another tie rule.
 */
import { absolute, add, floor, multiply, negate, type Rational, rational, subtract } from './rational.ts';

export type TieRule = 'half-away-from-zero' | 'half-even';

const PLAIN_DECIMAL = /^[+-]?(\d+)(?:\.(\d+))?$/;

/** Digits a decimal may have: enough for any money of a nation in fen, far below what would slow arithmetic. */
export const DECIMAL_DIGITS_LIMIT = 40;

/** `"-12.50"` => -25/2. Undefined for anything but plain half-width digits, one sign and one point. */
export function parseDecimal(text: string): Rational | undefined {
  const match = PLAIN_DECIMAL.exec(text);
  if (match === null || text.length > DECIMAL_DIGITS_LIMIT + 2) return undefined;
  const [, whole = '0', fraction = ''] = match;
  const value = rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
  return text.startsWith('-') ? negate(value) : value;
}

/** For literals in our own code and tests; throws on text that is not a decimal. */
export function decimal(text: string): Rational {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`not a decimal: ${text}`);
  return value;
}

/** Rounds to a number of decimals; negative decimals round to tens, hundreds and so on. */
export function round(value: Rational, decimals: number, tie: TieRule = 'half-away-from-zero'): Rational {
  const scale = rational(10n ** BigInt(Math.abs(decimals)));
  const scaled = decimals >= 0 ? multiply(absolute(value), scale) : { ...absolute(value), den: value.den * scale.num };
  const half = rational(1n, 2n);
  let steps = floor(add(scaled, half));
  const onTheTie = subtract(add(scaled, half), rational(steps)).num === 0n;
  if (tie === 'half-even' && onTheTie && steps % 2n === 1n) steps -= 1n;
  const signed = value.num < 0n ? -steps : steps;
  return decimals >= 0 ? rational(signed, scale.num) : rational(signed * scale.num);
}

/** `printDecimal(-25/2, 2)` => `"-12.50"`. A value that rounds to zero has no sign. */
export function printDecimal(value: Rational, decimals: number, tie?: TieRule): string {
  const rounded = round(value, decimals, tie);
  const places = Math.max(decimals, 0);
  const steps = multiply(absolute(rounded), rational(10n ** BigInt(places))).num;
  const digits = steps.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return rounded.num < 0n ? `-${text}` : text;
}

/** The shortest decimal that is exactly the value, or `undefined` when there is none (1/3). */
export function printExact(value: Rational): string | undefined {
  let den = value.den;
  let [twos, fives] = [0, 0];
  while (den % 2n === 0n) {
    den /= 2n;
    twos += 1;
  }
  while (den % 5n === 0n) {
    den /= 5n;
    fives += 1;
  }
  return den === 1n ? printDecimal(value, Math.max(twos, fives)) : undefined;
}

/** `48205.16` => `48,205.16`. */
export const withThousands = (text: string): string => {
  const [whole = '', ...decimals] = text.split('.');
  return [whole.replace(/\d(?=(?:\d{3})+(?!\d))/g, '$&,'), ...decimals].join('.');
};
