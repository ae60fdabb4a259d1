/** How much a figure moved, from two exact values of the interface. Pure. */
import {
  absolute,
  decimal,
  divide,
  isZero,
  multiply,
  printDecimal,
  type Rational,
  rational,
  subtract,
} from '../../../../src/kernel/index.ts';

export interface Moved {
  /** Percent, or percentage points of a rate; two decimals, signed. */
  readonly by: string;
  readonly inPoints: boolean;
}

interface Worth {
  readonly value: string;
  readonly unit: string;
}

const HUNDRED = rational(100n);

/** Undefined where one of the two is no number, or growth would be from nothing. */
export function movedFrom(now: unknown, then: unknown, isRate: boolean): Moved | undefined {
  if (!isWorth(now) || !isWorth(then) || now.unit !== then.unit) return undefined;
  const [is, was] = [decimal(now.value), decimal(then.value)];
  const by = subtract(is, was);
  if (isRate) return { by: signed(multiply(by, HUNDRED)), inPoints: true };
  if (isZero(was)) return undefined;
  return { by: signed(multiply(divide(by, absolute(was)), HUNDRED)), inPoints: false };
}

const signed = (by: Rational): string => `${by.num > 0n ? '+' : ''}${printDecimal(by, 2)}`;

export const isWorth = (value: unknown): value is Worth =>
  typeof value === 'object' && value !== null && 'value' in value && 'unit' in value;
