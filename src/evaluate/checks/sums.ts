/** XF-1: parts add up to the total. XF-4: shares of a whole add up to 100 %, each rounded to a tenth. */
import {
  absolute,
  compare,
  type ItemCode,
  measure,
  multiply,
  ONE,
  parseDecimal,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../kernel/index.ts';
import type { OrgUnit } from '../../org/on-files.ts';
import { show } from '../print.ts';
import { sumExactly } from '../sum.ts';
import { type CheckBench, type CheckKind, codesIn, found, unitsOf } from './kind.ts';

/** Undefined while one of them is missing. */
function sumAt(codes: readonly ItemCode[], unit: OrgUnit, { valueAt }: CheckBench): Rational | undefined {
  const outcomes = codes.map((code) => valueAt(code, unit.code, 0).outcome);
  const numbers = outcomes.flatMap((outcome) => (outcome.kind === 'measure' ? [outcome.exact] : []));
  return numbers.length === codes.length && codes.length > 0 ? sumExactly(numbers) : undefined;
}

export const sumOfParts: CheckKind = (check, bench) => {
  const [total] = codesIn(check.params.total, bench);
  const parts = codesIn(check.params.parts, bench);
  const item = total && bench.scheme.items.get(total);
  if (total === undefined || item === undefined) return [];
  const tolerance = parseDecimal(check.params.tolerance ?? '0') ?? ZERO;
  return unitsOf(check, bench).flatMap((unit) => {
    const [whole, sum] = [sumAt([total], unit, bench), sumAt(parts, unit, bench)];
    if (whole === undefined || sum === undefined) return [];
    const difference = absolute(subtract(whole, sum));
    if (compare(difference, tolerance) <= 0) return [];
    const said = (exact: Rational): string => show(measure(exact, item.dimension), item.unit);
    return [
      found(check, unit, [total, ...parts], bench, {
        sum: said(sum),
        total: said(whole),
        difference: said(difference),
      }),
    ];
  });
};

/** Each of n shares may be off by 0.1 个百分点. */
const TENTH_OF_PERCENT = rational(1n, 1000n);

export const percentSum: CheckKind = (check, bench) => {
  const parts = check.items.length > 0 ? check.items : codesIn(check.params.parts, bench);
  const tolerance = multiply(TENTH_OF_PERCENT, rational(BigInt(parts.length)));
  return unitsOf(check, bench).flatMap((unit) => {
    const sum = sumAt(parts, unit, bench);
    if (sum === undefined || compare(absolute(subtract(sum, ONE)), tolerance) <= 0) return [];
    return [found(check, unit, parts, bench, { sum: show(measure(sum), '%') })];
  });
};
