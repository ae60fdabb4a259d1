/** The schools of one unit as one 差异系数 sees them: what each has per student, and how much of the spread is its own. Pure. */
import type { CompiledFormula, FormulaContext } from '../../engines/formula/index.ts';
import { add, divide, isZero, multiply, type Rational, subtract, ZERO } from '../../kernel/index.ts';
import type { Spread } from './cheapest.ts';
import type { Measure } from './measures.ts';

export interface Member {
  readonly code: string;
  readonly name: string;
  readonly context: FormulaContext;
}

export interface MeasuredSchool extends Spread {
  readonly member: Member;
  readonly perStudent: Rational;
  /** Of the squared distances from the mean, weighted by students: all shares are 1 together. */
  readonly share: Rational;
  readonly isBelow: boolean;
}

export interface MeasuredSchools {
  readonly schools: readonly MeasuredSchool[];
  readonly mean: Rational;
  /** Schools that count and whose figures are not there. */
  readonly missing: readonly Member[];
}

export function measureSchools({ amount, students, counts }: Measure, members: readonly Member[]): MeasuredSchools {
  const missing: Member[] = [];
  const found: (Spread & { readonly member: Member })[] = [];
  for (const member of members) {
    if (counts !== undefined) {
      const counted = counts.evaluate(member.context);
      if (counted.kind === 'gap' && counted.why !== 'not-applicable') missing.push(member);
      if (counted.kind !== 'truth' || !counted.truth) continue;
    }
    const [own, of] = [numberAt(amount, member), numberAt(students, member)];
    if (own === 'missing' || of === 'missing') missing.push(member);
    else if (own !== undefined && of !== undefined && !isZero(of)) found.push({ member, amount: own, students: of });
  }
  const total = found.reduce((sum, school) => add(sum, school.amount), ZERO);
  const people = found.reduce((sum, school) => add(sum, school.students), ZERO);
  if (isZero(people)) return { schools: [], mean: ZERO, missing };
  const mean = divide(total, people);
  const distances = found.map(({ amount: own, students: of }) => {
    const from = subtract(divide(own, of), mean);
    return multiply(of, multiply(from, from));
  });
  const all = distances.reduce(add, ZERO);
  const schools = found.map((school, at): MeasuredSchool => {
    const perStudent = divide(school.amount, school.students);
    const share = isZero(all) ? ZERO : divide(distances[at] ?? ZERO, all);
    return { ...school, perStudent, share, isBelow: subtract(perStudent, mean).num < 0n };
  });
  return { schools, mean, missing };
}

/** Undefined where it does not apply. */
function numberAt(formula: CompiledFormula, { context }: Member): Rational | 'missing' | undefined {
  const outcome = formula.evaluate(context);
  if (outcome.kind === 'measure') return outcome.exact;
  return outcome.kind === 'gap' && outcome.why === 'not-applicable' ? undefined : 'missing';
}
