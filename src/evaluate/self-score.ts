/**
 * The total a unit stated itself (拟报) beside the one computed here (系统测算): a self-score is decided, not only
 * computed, and a difference has a reason (reference 2.7).
 */
import { explanationOf } from '../collect/on-files.ts';
import { type ItemCode, printDecimal, type Rational, subtract } from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import type { Scheme } from '../scheme/on-files.ts';
import type { UnitResult } from './contract.ts';
import type { ValueOf } from './values.ts';

/** The items a scheme may declare for it. */
export const SELF_SCORE = 'selfScore' as ItemCode;
export const VERIFIED_SCORE = 'verifiedScore' as ItemCode;

export function scoreStated(
  item: ItemCode,
  unit: OrgUnit,
  { scheme, valueAt }: { readonly scheme: Scheme; readonly valueAt: ValueOf },
): Rational | undefined {
  const outcome = scheme.items.has(item) ? valueAt(item, unit.code, 0).outcome : undefined;
  return outcome?.kind === 'measure' ? outcome.exact : undefined;
}

/** `computed`: with bonus, as the stated total is; left out while a leaf is undecided. */
export function selfScoreOf(
  unit: OrgUnit,
  computed: Rational | undefined,
  court: { readonly scheme: Scheme; readonly valueAt: ValueOf },
): UnitResult['selfScore'] {
  const stated = scoreStated(SELF_SCORE, unit, court);
  if (stated === undefined) return undefined;
  const print = (value: Rational): string => printDecimal(value, court.scheme.pointsDecimals);
  const reason = explanationOf(court.valueAt(SELF_SCORE, unit.code, 0).figure);
  const difference = computed === undefined ? undefined : subtract(stated, computed);
  return {
    score: print(stated),
    ...(difference === undefined ? {} : { difference: `${difference.num > 0n ? '+' : ''}${print(difference)}` }),
    ...(reason === undefined ? {} : { reason }),
  };
}
