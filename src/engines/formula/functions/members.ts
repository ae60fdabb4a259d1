/** What functions over units and over rows have in common: which are chosen, and their numbers. */
import { type Gap, joinGaps, type Rational } from '../../../kernel/index.ts';
import type { FormulaContext } from '../contract.ts';
import { type Expression, exactOf, isGap, NOTHING_READ, truth, truthOf } from '../expression.ts';

/** No condition. */
export const ALWAYS: Expression = {
  type: 'truth',
  dimension: '',
  bare: false,
  ...NOTHING_READ,
  run: () => truth(true),
};

/** Members for which the condition holds; one gap when any cannot be decided. */
export function chosen(
  members: readonly FormulaContext[] | Gap,
  condition: Expression,
): readonly FormulaContext[] | Gap {
  if (isGapOf(members)) return members;
  const gaps: Gap[] = [];
  const kept = members.filter((member) => {
    const decided = condition.run(member);
    const fails = decided.kind === 'truth' && !decided.truth;
    const outcome = member.unknown === undefined || fails ? decided : member.unknown;
    // A member to whom the condition does not apply is not chosen by it.
    if (isGap(outcome) && outcome.why !== 'not-applicable') gaps.push(outcome);
    return !isGap(outcome) && truthOf(outcome);
  });
  return joinGaps(gaps) ?? kept;
}

/** Numbers of `value` over the members; gaps joined, 不适用 left out. */
export function numbersOf(members: readonly FormulaContext[] | Gap, value: Expression): readonly Rational[] | Gap {
  if (!Array.isArray(members)) return members as Gap;
  const gaps: Gap[] = [];
  const numbers: Rational[] = [];
  for (const member of members as readonly FormulaContext[]) {
    const outcome = value.run(member);
    if (!isGap(outcome)) numbers.push(exactOf(outcome));
    else if (outcome.why !== 'not-applicable') gaps.push(outcome);
  }
  return joinGaps(gaps) ?? numbers;
}

export const isGapOf = (value: readonly unknown[] | Gap): value is Gap => !Array.isArray(value);
