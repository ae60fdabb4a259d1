/** Amounts written as text in a scheme: `12`, `0.1%`, `5万元`. A bare number is in base units, as in formulas. */
import { type Dimension, multiply, parseDecimal, parseUnit, type Rational, unitDefinition } from '../kernel/index.ts';

const AMOUNT = /^([+-]?\d+(?:\.\d+)?) ?(\D.*)?$/;

export interface Amount {
  readonly exact: Rational;
  /** Undefined for a bare number, which takes the dimension of what it stands beside. */
  readonly dimension?: Dimension;
}

export function parseAmount(text: string): Amount | undefined {
  const [, digits = '', unitText] = AMOUNT.exec(text) ?? [];
  const number = parseDecimal(digits);
  if (number === undefined || unitText === undefined) return number === undefined ? undefined : { exact: number };
  const unit = parseUnit(unitText);
  if (unit === undefined) return undefined;
  const { family, inBase } = unitDefinition(unit);
  return { exact: multiply(number, inBase), dimension: family.dimension };
}
