/** A value as a report prints it; gaps have words of their own. */
import type { Outcome } from '../engines/formula/index.ts';
import { type Gap, printDecimal, printExact, type Rational } from '../kernel/index.ts';
import type { Material } from './collections.ts';
import { type Format, printNumber } from './format.ts';

export function printOutcome(outcome: Exclude<Outcome, Gap>, format: Format, { scheme }: Material): string {
  if (outcome.kind === 'text') return outcome.text;
  if (outcome.kind === 'truth') return outcome.truth ? '是' : '否';
  return format.kind === 'text' ? exactText(outcome.exact) : printNumber(outcome.exact, format, scheme.tie);
}

/** All digits, or twelve places of what has no end. */
export const exactText = (exact: Rational): string => printExact(exact) ?? printDecimal(exact, 12);
