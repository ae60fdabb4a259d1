/** One 差异系数 of one unit taken apart: its schools, who pulls it up, the 7 items of each, and the cheapest way under the limit. */
import Type from 'typebox';
import {
  type Measure as Amount,
  add,
  amountIn,
  divide,
  multiply,
  ONE,
  printDecimal,
  type Rational,
  rational,
  type Unit,
  unitDefinition,
  withThousands,
  ZERO,
} from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { EvaluateProblem } from '../problems.ts';
import { evaluateRound } from '../round/round-evaluation.ts';
import { cheapestRise } from './cheapest.ts';
import { type Measure, measuresOf, type Standard, standardFor } from './measures.ts';
import { cellOf } from './read-spread.ts';
import { type MeasuredSchool, type Member, measureSchools } from './schools.ts';

const Code = Type.String({ minLength: 1, maxLength: 64 });
const HUNDRED = rational(100n);

/** Throws `evaluate.unitMissing`, `evaluate.itemMissing`. */
export const readSpreadSchools = query({
  name: 'evaluate.spread.schools',
  lane: 'long',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), unit: Code, item: Code },
    { additionalProperties: false },
  ),
  may: mayAskResults,
  async run(tx, { round, unit: code, item }, { who }) {
    const made = await evaluateRound(tx, who, round);
    const { evaluation, register, scheme, revision } = made;
    const unit = register.unitOf(register.numberOf(code) ?? 0);
    if (unit === undefined || !maySeeResult(who, register.numberOf(code) ?? 0))
      throw EvaluateProblem.unitMissing({ unit: code });
    const measure = measuresOf(scheme).find((each) => each.item.code === item);
    if (measure === undefined) throw EvaluateProblem.itemMissing({ item });
    const members = register.tree
      .below(unit.code, 'school')
      .map((school): Member => ({ code: school.code, name: school.name, context: evaluation.context(school.code) }));
    const { schools, mean, missing } = measureSchools(measure, members);
    const show = showing(measure, scheme.items.get(measure.amount.uses[0]?.item as never)?.unit ?? '1');
    const standard = standardFor(scheme, measure);
    return {
      revision,
      unit: { code, name: unit.name },
      item: { code: item, name: measure.item.name },
      ...cellOf(made, code, measure),
      ...(measure.limit === undefined ? {} : { limit: printDecimal(measure.limit, 2) }),
      /** What one student, or a hundred, have on average. */
      mean: show.perStudent(mean),
      per: show.per,
      in: show.unit,
      ...(standard === undefined
        ? {}
        : { standard: { needed: printDecimal(standard.needed, 0), of: standard.parts.length } }),
      schools: schools
        .map((school) => ({
          code: school.member.code,
          name: school.member.name,
          students: withThousands(printDecimal(school.students, 0)),
          amount: show.amount(school.amount),
          perStudent: show.perStudent(school.perStudent),
          share: printDecimal(multiply(school.share, HUNDRED), 1),
          isBelow: school.isBelow,
          ...(standard === undefined ? {} : metBy(standard, school)),
        }))
        .toSorted((a, b) => Number(b.share) - Number(a.share)),
      missing: missing.map(({ code: of, name }) => ({ code: of, name })),
      /** Schools the value passes over, by cause. */
      leftOut: (evaluation.walk(measure.item.code, unit.code)?.leftOut ?? []).map(({ why, units }) => ({
        why,
        names: units.map((of) => register.tree.find(of)?.name ?? of),
      })),
      ...cheapest(measure, schools, missing.length > 0, show),
    };
  },
});

interface Showing {
  readonly unit: string;
  readonly per: 1 | 100;
  readonly step: Rational;
  amount(exact: Rational): string;
  perStudent(exact: Rational): string;
}

/** Counted things are told per hundred students, as the standards do; amounts per student. */
function showing({ amount }: Measure, unit: Unit): Showing {
  const isCounted = unitDefinition(unit).decimals === 0;
  const per = isCounted ? 100 : 1;
  const told = (exact: Rational): Rational =>
    amountIn({ kind: 'measure', exact, dimension: amount.dimension } as Amount, unit);
  const base = divide(ONE, told(ONE));
  return {
    unit,
    per,
    step: isCounted ? base : divide(base, HUNDRED),
    amount: (exact) => withThousands(printDecimal(told(exact), isCounted ? 0 : 2)),
    perStudent: (exact) => printDecimal(multiply(told(exact), rational(BigInt(per))), 2),
  };
}

/** How many of the parts a school meets; a part that cannot be decided is not met. */
function metBy(
  { parts, needed }: Standard,
  { member }: MeasuredSchool,
): { readonly met: number; readonly holds: boolean } {
  const met = parts.filter((part) => {
    const outcome = part.evaluate(member.context);
    return outcome.kind === 'truth' && outcome.truth;
  }).length;
  return { met, holds: met >= Number(printDecimal(needed, 0)) };
}

function cheapest(
  { limit }: Measure,
  schools: readonly MeasuredSchool[],
  isMissing: boolean,
  { amount, step }: Showing,
) {
  if (limit === undefined || isMissing || schools.length < 2) return {};
  const rises = cheapestRise(schools, limit, step);
  if (rises === undefined || rises.every(({ num }) => num === 0n)) return {};
  return {
    cheapest: {
      total: amount(rises.reduce(add, ZERO)),
      schools: schools.flatMap(({ member }, at) => {
        const rise = rises[at] ?? ZERO;
        return rise.num === 0n ? [] : [{ code: member.code, name: member.name, add: amount(rise) }];
      }),
    },
  };
}
