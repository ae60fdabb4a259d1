/** `=120+35` typed into a cell, exactly. Only + − × ÷ and brackets; anything else is left to be refused as it stands. */
import {
  add,
  divide,
  isZero,
  multiply,
  negate,
  parseDecimal,
  printExact,
  type Rational,
  subtract,
} from '../../../../src/kernel/index.ts';

const WIDE = /[０-９．＋－（）＝＊／]/gu;
const LENGTH_LIMIT = 200;

/** The result as a plain decimal; the text as it was when it is no sum or has no exact result. */
export function calculate(typed: string): string {
  const text = typed
    .replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[×]/gu, '*')
    .replace(/[÷]/gu, '/')
    .replace(/−/gu, '-')
    .replace(/[\s,]/gu, '');
  if (!/^=[\d+\-*/().]+$/.test(text) || text.length > LENGTH_LIMIT) return typed;
  const reading = { text: text.slice(1), at: 0 };
  const value = sum(reading);
  if (value === undefined || reading.at < reading.text.length) return typed;
  return printExact(value) ?? typed;
}

interface Reading {
  readonly text: string;
  at: number;
}
const next = ({ text, at }: Reading): string => text[at] ?? '';

function sum(reading: Reading): Rational | undefined {
  let left = product(reading);
  while (left !== undefined && (next(reading) === '+' || next(reading) === '-')) {
    const sign = next(reading);
    reading.at += 1;
    const right = product(reading);
    if (right === undefined) return undefined;
    left = sign === '+' ? add(left, right) : subtract(left, right);
  }
  return left;
}

function product(reading: Reading): Rational | undefined {
  let left = factor(reading);
  while (left !== undefined && (next(reading) === '*' || next(reading) === '/')) {
    const sign = next(reading);
    reading.at += 1;
    const right = factor(reading);
    if (right === undefined || (sign === '/' && isZero(right))) return undefined;
    left = sign === '*' ? multiply(left, right) : divide(left, right);
  }
  return left;
}

function factor(reading: Reading): Rational | undefined {
  const letter = next(reading);
  if (letter === '-') {
    reading.at += 1;
    const value = factor(reading);
    return value === undefined ? undefined : negate(value);
  }
  if (letter === '(') {
    reading.at += 1;
    const value = sum(reading);
    if (next(reading) !== ')') return undefined;
    reading.at += 1;
    return value;
  }
  const digits = /^\d+(?:\.\d+)?/.exec(reading.text.slice(reading.at))?.[0];
  if (digits === undefined) return undefined;
  reading.at += digits.length;
  return parseDecimal(digits);
}
