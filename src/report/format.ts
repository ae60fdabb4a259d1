/**
 * How a value is printed in a slot: `亿元 2`, `万人 2`, `% 2`, `人`, `1:X 1`, `年份`, `文字`. Digits only: the unit
 * stands in the template's text, and stays editable there. `绝对值` drops the sign where the text says 下降.
 */

import type { Dimension } from '../kernel/index.ts';
import {
  absolute,
  isUnit,
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
  readonly unsigned: boolean;
}

const NUMBER_FORMAT = /^(\S+?)(?: (\d))?(?: (绝对值))?$/;
export const DEFAULT_FORMAT = '文字';
/** Most decimals a report prints. */
const DECIMALS_LIMIT = 6;

/** Undefined for a format nobody can print. */
export function parseFormat(text: string): Format | undefined {
  const match = NUMBER_FORMAT.exec(text.trim());
  if (match === null) return undefined;
  const [, head = '', places, sign] = match;
  const unsigned = sign !== undefined;
  const decimals = places === undefined ? undefined : Number(places);
  if (decimals !== undefined && decimals > DECIMALS_LIMIT) return undefined;
  if (head === '文字') return { kind: 'text', unit: '文字', decimals: 0, unsigned };
  if (head === '年份') return { kind: 'number', unit: '1', decimals: 0, unsigned };
  if (head === '1:X') return { kind: 'ratio', unit: '1', decimals: decimals ?? 1, unsigned };
  if (!isUnit(head)) return undefined;
  return { kind: 'number', unit: head, decimals: decimals ?? unitDefinition(head).decimals, unsigned };
}

/** Whether a value of the dimension can be printed so. */
export const fits = (format: Format, dimension: Dimension): boolean =>
  format.unit === '1' || unitDefinition(format.unit).family.dimension === dimension;

export function printNumber(exact: Rational, format: Format, tie?: TieRule): string {
  const { inBase } = unitDefinition(format.unit);
  const amount = multiply(format.unsigned ? absolute(exact) : exact, rational(inBase.den, inBase.num));
  const digits = printDecimal(amount, format.decimals, tie);
  return format.kind === 'ratio' ? `1:${digits}` : digits;
}
