/**
 * 差异系数, student-weighted (reference 5.4; the 2012 method and 教督〔2017〕6号):
 *
 *   X̄ = Σx / ΣP,  S² = Σ (P_i / ΣP) (x_i / P_i - X̄)²,  CV = S / X̄
 *
 * A school without students, one the amount does not apply to, and one the condition keeps out though it has students,
 * is left out and named beside the result; a missing amount is not zero and blocks the CV; fewer than two schools
 * differ by nothing; a mean of zero has no CV.
 */
import {
  add,
  divide,
  type Gap,
  gap,
  isZero,
  joinGaps,
  multiply,
  type Rational,
  rational,
  squareRoot,
  subtract,
  ZERO,
} from '../../../kernel/index.ts';
import type { FormulaContext, LeftOut, Outcome } from '../contract.ts';
import { dividedByZero, type Expression, exactOf, isGap, number, truthOf } from '../expression.ts';
import { isGapOf } from './members.ts';

export interface CvParts {
  readonly amount: Expression;
  readonly weight: Expression;
  readonly condition: Expression;
}

interface School {
  readonly amount: Rational;
  readonly students: Rational;
}

export function weightedCv(members: readonly FormulaContext[] | Gap, parts: CvParts): Outcome {
  if (isGapOf(members)) return members;
  const schools: School[] = [];
  const gaps: Gap[] = [];
  const leftOut: LeftOut[] = [];
  for (const member of members) {
    const seen = look(member, parts);
    if (seen === undefined) continue;
    if (typeof seen === 'string') {
      if (member.unit !== undefined) leftOut.push({ unit: member.unit, why: seen });
    } else if ('students' in seen) schools.push(seen);
    else gaps.push(seen);
  }
  const open = joinGaps(gaps);
  if (open !== undefined) return open;
  if (schools.length === 0) return gap('not-applicable');
  const outcome = schools.length === 1 ? number(ZERO) : coefficient(schools);
  return outcome.kind !== 'measure' || leftOut.length === 0 ? outcome : { ...outcome, leftOut };
}

/** What a school is to the CV: part of it, open, left out, or none of its business. */
function look(
  member: FormulaContext,
  { amount, weight, condition }: CvParts,
): School | Gap | LeftOut['why'] | undefined {
  const chosen = condition.run(member);
  if (isGap(chosen) && chosen.why !== 'not-applicable') return chosen;
  const students = weight.run(member);
  const hasNone = isGap(students) ? students.why === 'not-applicable' : isZero(exactOf(students));
  if (isGap(chosen) || !truthOf(chosen)) {
    if (!hasNone) return isGap(students) ? undefined : 'condition';
    return isSome(amount.run(member)) ? 'no-weight' : undefined;
  }
  if (hasNone) return 'no-weight';
  if (isGap(students)) return students;
  const stated = amount.run(member);
  if (!isGap(stated)) return { amount: exactOf(stated), students: exactOf(students) };
  return stated.why === 'not-applicable' ? 'not-applicable' : stated;
}

const isSome = (outcome: Outcome): boolean => !isGap(outcome) && !isZero(exactOf(outcome));

function coefficient(schools: readonly School[]): Outcome {
  const students = schools.reduce((sum, school) => add(sum, school.students), ZERO);
  const total = schools.reduce((sum, school) => add(sum, school.amount), ZERO);
  if (isZero(total)) return dividedByZero();
  const mean = divide(total, students);
  // Σ P_i (x_i/P_i - X̄)² = Σ x_i²/P_i - X̄ Σ x_i. The left sum keeps a denominator in each term, so it is added over
  // a common one: with 2,000 schools the fractions would otherwise grow without need.
  const squares = sumOfFractions(schools.map(({ amount, students: own }) => divide(multiply(amount, amount), own)));
  const variance = divide(subtract(squares, multiply(mean, total)), students);
  return number(divide(squareRoot(variance), mean));
}

/** Adds in pairs, so that denominators grow evenly. */
function sumOfFractions(terms: readonly Rational[]): Rational {
  if (terms.length === 0) return ZERO;
  if (terms.length === 1) return terms[0] ?? rational(0n);
  const middle = terms.length >> 1;
  return add(sumOfFractions(terms.slice(0, middle)), sumOfFractions(terms.slice(middle)));
}
