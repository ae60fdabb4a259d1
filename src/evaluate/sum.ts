/** Exact sums of many: numerators over one denominator are added as integers, so 2,000 amounts cost one fraction. */
import { add, type Rational, rational, ZERO } from '../kernel/index.ts';

export function sumExactly(numbers: readonly Rational[]): Rational {
  const byDenominator = new Map<bigint, bigint>();
  for (const { num, den } of numbers) byDenominator.set(den, (byDenominator.get(den) ?? 0n) + num);
  return [...byDenominator].map(([den, num]) => rational(num, den)).reduce(add, ZERO);
}
