/**
 * How a value is printed in a slot: `亿元 2`, `万人 2`, `% 2`, `人`, `1:X 1`, `年份`, `文字`. Digits only: the unit
 * stands in the template's text, and stays editable there. `比上年增长/比上年下降 % 2` prints a change as the whole phrase,
 * 比上年增长4.31% or 与上年持平, because word, number and unit of a change are right or wrong together. `文字 去市` prints
 * words without the 市 they end in, which stands behind them already.
 */

import type { Dimension } from '../kernel/index.ts';
import {
  absolute,
  isUnit,
  isZero,
  multiply,
  printDecimal,
  type Rational,
  rational,
  type TieRule,
  type Unit,
  unitDefinition,
} from '../kernel/index.ts';

export interface Format {
  readonly kind: 'number' | 'ratio' | 'text';
  readonly unit: Unit;
  readonly decimals: number;
  /** Words for a rise and a fall; the number is then printed without a sign and with its unit. */
  readonly words?: readonly [rise: string, fall: string];
  /** What words lose at their end. */
  readonly without?: string;
}

const FORMAT = /^(?:(\p{Script=Han}{1,8})\/(\p{Script=Han}{1,8}) )?(\S+?)(?: (\d))?$/u;
const SHORTENED = /^文字 去(\p{Script=Han}{1,8})$/u;
/** A change of exactly nothing, and one too small to be printed; behind 比上年 they stand with 与上年. */
const SAME = '持平';
const ABOUT_SAME = '基本持平';
const COMPARED = /^[比较](.*?)(?=增|下|提|降|减|上升|$)/u;
export const DEFAULT_FORMAT = '文字';
/** Most decimals a report prints. */
const DECIMALS_LIMIT = 6;

export const shortened = (end: string): string => `文字 去${end}`;

/** Undefined for a format nobody can print. */
export function parseFormat(text: string): Format | undefined {
  const without = SHORTENED.exec(text.trim())?.[1];
  if (without !== undefined) return { kind: 'text', unit: '文字', decimals: 0, without };
  const match = FORMAT.exec(text.trim());
  if (match === null) return undefined;
  const [, rise, fall, head = '', places] = match;
  const decimals = places === undefined ? undefined : Number(places);
  if (decimals !== undefined && decimals > DECIMALS_LIMIT) return undefined;
  if (rise !== undefined && fall !== undefined) {
    if (!isUnit(head) || head === '文字') return undefined;
    return { kind: 'number', unit: head, decimals: decimals ?? unitDefinition(head).decimals, words: [rise, fall] };
  }
  if (head === '文字') return { kind: 'text', unit: '文字', decimals: 0 };
  if (head === '年份') return { kind: 'number', unit: '1', decimals: 0 };
  if (head === '1:X') return { kind: 'ratio', unit: '1', decimals: decimals ?? 1 };
  if (!isUnit(head)) return undefined;
  return { kind: 'number', unit: head, decimals: decimals ?? unitDefinition(head).decimals };
}

/** Whether a value of the dimension can be printed so. */
export const fits = (format: Format, dimension: Dimension): boolean =>
  format.unit === '1' || unitDefinition(format.unit).family.dimension === dimension;

export function printNumber(exact: Rational, format: Format, tie?: TieRule): string {
  const { inBase } = unitDefinition(format.unit);
  const amount = multiply(exact, rational(inBase.den, inBase.num));
  if (format.words !== undefined) return printChange(amount, format, format.words, tie);
  // 达到100%: the whole is a whole, and 100.00% says no more.
  const isWhole = format.unit === '%' && amount.num === 100n * amount.den;
  const digits = printDecimal(amount, isWhole ? 0 : format.decimals, tie);
  return format.kind === 'ratio' ? `1:${digits}` : digits;
}

function printChange(
  amount: Rational,
  { unit, decimals }: Format,
  [rise, fall]: readonly [string, string],
  tie?: TieRule,
): string {
  const [, base = ''] = COMPARED.exec(rise) ?? [];
  const same = (word: string): string => (base === '' ? word : `与${base}${word}`);
  if (isZero(amount)) return same(SAME);
  const digits = printDecimal(absolute(amount), decimals, tie);
  if (!/[1-9]/.test(digits)) return same(ABOUT_SAME);
  return `${amount.num > 0n ? rise : fall}${digits}${unit === '1' ? '' : unit}`;
}

/** A report prints no thousands separators and no spaces round its numbers: one figure reads alike in its text and its tables. */
export const plainNumbers = (text: string): string =>
  text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').replace(/(?<=\d) (?=\p{Script=Han})|(?<=\p{Script=Han}) (?=\d)/gu, '');
