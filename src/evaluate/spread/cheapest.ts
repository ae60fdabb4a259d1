/**
 * The least that has to be added for a 差异系数 to come down to its limit. What is added to the school with the least per
 * student lowers it most, so the lowest are raised to one level; the level is found by halving. Pure.
 *
 * With n students and a total T of the amounts x_i: CV² = n Σ(x_i²/P_i) / T² - 1, so no root is taken.
 */
import { add, compare, divide, multiply, ONE, type Rational, rational, subtract, ZERO } from '../../kernel/index.ts';

export interface Spread {
  readonly amount: Rational;
  readonly students: Rational;
}

/** Halvings of the way from one level to the next: far finer than any amount is counted. */
const STEPS = 1n << 24n;

/**
 * What to add to each, in the order given, in whole `step`s; all zero where the limit holds. Undefined where no raising
 * of the lowest reaches it in whole steps.
 */
export function cheapestRise(
  schools: readonly Spread[],
  limit: Rational,
  step: Rational,
): readonly Rational[] | undefined {
  const still = schools.map(() => ZERO);
  if (isWithin(schools, limit)) return still;
  const perStudent = schools.map(({ amount, students }) => divide(amount, students));
  const levels = perStudent.toSorted(compare);
  const raisedTo = (level: Rational): readonly Rational[] =>
    schools.map(({ amount, students }) => {
      const short = subtract(multiply(level, students), amount);
      return compare(short, ZERO) <= 0 ? ZERO : inSteps(short, step);
    });
  const holds = (level: Rational): boolean => isWithin(risen(schools, raisedTo(level)), limit);
  const at = levels.findIndex((level) => holds(level));
  const [top, bottom] = [levels[at], levels[at - 1]];
  if (top === undefined || bottom === undefined) return undefined;
  const between = (part: bigint): Rational => add(bottom, multiply(subtract(top, bottom), rational(part, STEPS)));
  let [fails, reaches] = [0n, STEPS];
  while (reaches - fails > 1n) {
    const middle = (fails + reaches) / 2n;
    if (holds(between(middle))) reaches = middle;
    else fails = middle;
  }
  return raisedTo(between(reaches));
}

export const risen = (schools: readonly Spread[], rises: readonly Rational[]): readonly Spread[] =>
  schools.map(({ amount, students }, at) => ({ amount: add(amount, rises[at] ?? ZERO), students }));

function isWithin(schools: readonly Spread[], limit: Rational): boolean {
  const students = sum(schools.map((school) => school.students));
  const total = sum(schools.map(({ amount }) => amount));
  const squares = sum(schools.map(({ amount, students: own }) => divide(multiply(amount, amount), own)));
  const most = multiply(add(ONE, multiply(limit, limit)), multiply(total, total));
  return compare(multiply(students, squares), most) <= 0;
}

const inSteps = (amount: Rational, step: Rational): Rational => {
  const { num, den } = divide(amount, step);
  return multiply(rational((num + den - 1n) / den), step);
};

/** In pairs, so that denominators grow evenly. */
function sum(terms: readonly Rational[]): Rational {
  const [first, second] = terms;
  if (second === undefined) return first ?? ZERO;
  const middle = terms.length >> 1;
  return add(sum(terms.slice(0, middle)), sum(terms.slice(middle)));
}
