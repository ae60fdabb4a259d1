/**
 * Two kinds of number. A `Quantity` was counted: a whole number of base steps of its unit's family. A `Measure` was
 * computed: an exact fraction with a dimension, in base units (元, ㎡, 人, pure numbers). A `Value` is a measure or
 * the gap where one should be.
 */
import { printDecimal, type TieRule } from './decimal.ts';
import type { Gap } from './gap.ts';
import { divide, isWhole, multiply, type Rational, rational } from './rational.ts';
import { type Dimension, type Unit, unitDefinition } from './unit.ts';

export interface Quantity {
  readonly kind: 'quantity';
  /** Whole number of base steps: fen, 0.01 ㎡, persons, 0.01 %. */
  readonly steps: bigint;
  /** The unit it was stated in; decides how it is shown, not what it is worth. */
  readonly unit: Unit;
}

export interface Measure {
  readonly kind: 'measure';
  /** In base units of the dimension. */
  readonly exact: Rational;
  readonly dimension: Dimension;
}

export type Value = Measure | Gap;

export const measure = (exact: Rational, dimension: Dimension = ''): Measure => ({ kind: 'measure', exact, dimension });

/** `quantity(12.5, 万元)` => 12,500,000 steps of 0.01 元; undefined when finer than the step. */
export function quantity(amount: Rational, unit: Unit): Quantity | undefined {
  const { family, inBase } = unitDefinition(unit);
  const steps = divide(multiply(amount, inBase), family.step);
  return isWhole(steps) ? { kind: 'quantity', steps: steps.num, unit } : undefined;
}

export function measureOf(quantity: Quantity): Measure {
  const { family } = unitDefinition(quantity.unit);
  return measure(multiply(rational(quantity.steps), family.step), family.dimension);
}

/** The number printed before `unit`: 482,051,600 fen in 万元 => 482.0516. */
export const amountIn = (of: Measure, unit: Unit): Rational => divide(of.exact, unitDefinition(unit).inBase);

/** Digits only, no unit and no thousands commas. */
export const printMeasure = (
  of: Measure,
  unit: Unit,
  decimals = unitDefinition(unit).decimals,
  tie?: TieRule,
): string => printDecimal(amountIn(of, unit), decimals, tie);

/** `{"value":"4820516.00","unit":"元"}`, the form quantities have in every JSON file: base unit, all digits of the step. */
export function quantityJson(of: Quantity): { value: string; unit: string } {
  const { family } = unitDefinition(of.unit);
  const decimals = family.step.den.toString().length - 1;
  return { value: printDecimal(measureOf(of).exact, decimals), unit: family.base };
}
