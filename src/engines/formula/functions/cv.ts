/**
 * 差异系数, student-weighted (reference 5.4; the 2012 method and 教督〔2017〕6号):
 *
 *   X̄ = Σx / ΣP,  S² = Σ (P_i / ΣP) (x_i / P_i - X̄)²,  CV = S / X̄
 *
 * A school without students, and one the amount does not apply to, is left out; a missing amount is not zero and blocks the CV; fewer than two schools
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
import type { FormulaContext, Outcome } from '../contract.ts';
import { dividedByZero, type Expression, exactOf, isGap, number } from '../expression.ts';

interface School {
  readonly amount: Rational;
  readonly students: Rational;
}

export function weightedCv(members: readonly FormulaContext[] | Gap, amount: Expression, weight: Expression): Outcome {
  if (!Array.isArray(members)) return members as Gap;
  const schools: School[] = [];
  const gaps: Gap[] = [];
  for (const member of members as readonly FormulaContext[]) {
    const students = weight.run(member);
    if (isGap(students)) {
      if (students.why !== 'not-applicable') gaps.push(students);
      continue;
    }
    if (isZero(exactOf(students))) continue;
    const stated = amount.run(member);
    if (isGap(stated)) {
      if (stated.why !== 'not-applicable') gaps.push(stated);
    } else schools.push({ amount: exactOf(stated), students: exactOf(students) });
  }
  const open = joinGaps(gaps);
  if (open !== undefined) return open;
  if (schools.length === 0) return gap('not-applicable');
  return schools.length === 1 ? number(ZERO) : coefficient(schools);
}

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
