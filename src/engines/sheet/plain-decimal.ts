/** Digits without an exponent, by moving the point: no float in between, so no digit changes. */
import { DECIMAL_DIGITS_LIMIT } from '../../kernel/index.ts';

/** Nearly every number of a file: nothing to move, nothing to mend. */
const ALREADY_PLAIN = /^\d{1,20}(?:\.\d{1,18})?$/;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/**
 * `1.25E-3` => `0.00125`, `5E3` => `5000`; plain text stays as it is, `-0` becomes `0`.
 * Undefined for what is no number, and for one with more digits than any figure has (1e308).
 */
export function plainDecimal(text: string): string | undefined {
  if (ALREADY_PLAIN.test(text)) return text;
  const match = NUMBER.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent] = match;
  const digits = whole + fraction;
  if (digits === '') return undefined;
  const point = whole.length + Number(exponent ?? 0);
  if (Math.abs(point) > DECIMAL_DIGITS_LIMIT || digits.length > DECIMAL_DIGITS_LIMIT) return undefined;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0').padEnd(point, '0');
  const at = Math.max(point, 1);
  const integer = exponent === undefined ? padded.slice(0, at) : padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const decimals = exponent === undefined ? padded.slice(at) : padded.slice(at).replace(/0+$/, '');
  const plain = decimals === '' ? integer : `${integer}.${decimals}`;
  if (plain.length > DECIMAL_DIGITS_LIMIT) return undefined;
  return sign === '-' && /[1-9]/.test(plain) ? `-${plain}` : plain;
}
