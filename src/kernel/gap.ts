/**
 * A value that is not there, with the reason and the figures it would have come from. It flows through formulas
 * and ends as a sentence (「无法判定：缺 白渡县 生均公用经费」); it is never zero and never null.
 */
import type { FigureRef } from './figure.ts';

export type GapCause = 'missing' | 'not-applicable' | 'divided-by-zero' | 'not-comparable';

export interface Gap {
  readonly kind: 'gap';
  readonly why: GapCause;
  readonly from: readonly FigureRef[];
}

export const gap = (why: GapCause, from: readonly FigureRef[] = []): Gap => ({ kind: 'gap', why, from });

/** Which cause is told when several inputs are missing: what a person can mend comes first. */
const WEIGHT: Readonly<Record<GapCause, number>> = {
  missing: 3,
  'not-comparable': 2,
  'divided-by-zero': 1,
  'not-applicable': 0,
};

/** One gap for several: the heaviest cause, every figure named once. Undefined where nothing is missing. */
export function joinGaps(gaps: readonly Gap[]): Gap | undefined {
  const [first] = gaps;
  if (first === undefined) return undefined;
  // Formulas meet the same missing figure again and again; in a round nobody has answered yet that is most of the work.
  if (gaps.every((each) => each === first)) return first;
  const why = gaps.reduce((worst, next) => (WEIGHT[next.why] > WEIGHT[worst.why] ? next : worst)).why;
  const named = new Map<string, FigureRef>();
  for (const { from } of gaps) for (const ref of from) named.set(`${ref.unit}\t${ref.item}\t${ref.period}`, ref);
  return { kind: 'gap', why, from: [...named.values()] };
}
