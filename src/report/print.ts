/** A value as a report prints it; gaps have words of their own. */
import type { Outcome } from '../engines/formula/index.ts';
import { type Gap, printDecimal, printExact, type Rational } from '../kernel/index.ts';
import type { Material } from './collections.ts';
import { type Format, printNumber } from './format.ts';

export function printOutcome(outcome: Exclude<Outcome, Gap>, format: Format, { scheme }: Material): string {
  if (outcome.kind === 'text') return withoutEnd(outcome.text, format.without);
  if (outcome.kind === 'truth') return outcome.truth ? '是' : '否';
  return format.kind === 'text' ? exactText(outcome.exact) : printNumber(outcome.exact, format, scheme.tie);
}

/** Words without what stands behind them already. */
export const withoutEnd = (text: string, end = ''): string =>
  end !== '' && text.length > end.length && text.endsWith(end) ? text.slice(0, -end.length) : text;

/** All digits, or twelve places of what has no end. */
export const exactText = (exact: Rational): string => printExact(exact) ?? printDecimal(exact, 12);
