/** Grade bands, then what changes a grade and never the sum: vetoes, downgrades, ceilings (reference 3.4). */

import type { FormulaContext } from '../engines/formula/index.ts';
import { add, compare, type Gap, least, multiply, type Rational, ZERO } from '../kernel/index.ts';
import type { Level, Scheme, SchemeClause } from '../scheme/on-files.ts';

export interface Clauses {
  readonly holding: readonly SchemeClause[];
  readonly open: readonly { readonly clause: SchemeClause; readonly gap: Gap }[];
}

export function decideClauses<C extends SchemeClause>(
  clauses: readonly C[],
  level: Level,
  context: FormulaContext,
): { readonly holding: readonly C[]; readonly open: Clauses['open'] } {
  const decided = clauses
    .filter(({ levels }) => levels.includes(level))
    .map((clause) => ({ clause, outcome: clause.when.evaluate(context) }));
  return {
    holding: decided.flatMap(({ clause, outcome }) => (outcome.kind === 'truth' && outcome.truth ? [clause] : [])),
    // A clause about what the unit is not asked for does not hold there.
    open: decided.flatMap(({ clause, outcome }) =>
      outcome.kind === 'gap' && outcome.why !== 'not-applicable' ? [{ clause, gap: outcome }] : [],
    ),
  };
}

/** Half-open from below: 89.99 is not 90. */
export const gradeOf = (sum: Rational, grades: Scheme['grades']): string =>
  (grades.find(({ from }) => from === undefined || compare(sum, from) >= 0) ?? grades.at(-1))?.name ?? '';

export function changeGrade(
  bySum: string,
  grades: Scheme['grades'],
  vetoed: boolean,
  downgraded: boolean,
  ceilings: readonly { readonly grade: string }[],
): string {
  const names = grades.map(({ name }) => name);
  const last = names.length - 1;
  if (vetoed) return names[last] ?? bySum;
  let at = names.indexOf(bySum) + (downgraded ? 1 : 0);
  for (const { grade } of ceilings) at = Math.max(at, names.indexOf(grade) + 1);
  return names[Math.min(at, last)] ?? bySum;
}

/** An award nobody stated is not asked for. */
export function bonusOf({ bonus }: Scheme, context: FormulaContext): Rational {
  if (bonus === undefined) return ZERO;
  const sum = bonus.awards.reduce((total, { value, each }) => {
    const outcome = value.evaluate(context);
    return outcome.kind === 'measure' ? add(total, multiply(outcome.exact, each)) : total;
  }, ZERO);
  return least(sum, bonus.most);
}
