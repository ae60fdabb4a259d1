/** How far a sum is from the next better grade. Pure. */
import { compare, printDecimal, type Rational, subtract } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';

export interface NextGrade {
  readonly grade: string;
  /** Where it begins, in points. */
  readonly from: string;
  /** Points that are missing. */
  readonly short: string;
}

/** Undefined at the best grade. Vetoes and downgrades are not points, so they are not in it. */
export function nextGrade(
  sum: Rational,
  { grades, pointsDecimals }: Pick<Scheme, 'grades' | 'pointsDecimals'>,
): NextGrade | undefined {
  const above = grades.filter(({ from }) => from !== undefined && compare(from, sum) > 0);
  const next = above.at(-1);
  if (next?.from === undefined) return undefined;
  const print = (points: Rational): string => printDecimal(points, pointsDecimals);
  return { grade: next.name, from: print(next.from), short: print(subtract(next.from, sum)) };
}
