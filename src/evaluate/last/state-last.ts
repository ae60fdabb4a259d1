/** Last year's results stated from the paper that came back, for a year that was not kept here. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { compare, multiply, parseDecimal, type Rational, rational, ZERO } from '../../kernel/index.ts';
import { action } from '../../platform/index.ts';
import { mayStateLast } from '../policy.ts';
import { showPoints } from '../print.ts';
import { EvaluateProblem } from '../problems.ts';
import { addLastStatements, readLastStatements } from './last.store.ts';

const Points = Type.String({ pattern: '^\\d{1,6}(\\.\\d{1,6})?$' });
const strict = { additionalProperties: false } as const;

export const StateLast = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    /** The document the results stand in. */
    basis: Type.String({ minLength: 2, maxLength: 2_000 }),
    results: Type.Array(
      Type.Object(
        {
          unit: Type.String({ minLength: 1, maxLength: 64 }),
          score: Points,
          grade: Type.String({ minLength: 1, maxLength: 32 }),
          /** Leaf of this round's scheme -> points. */
          points: Type.Optional(Type.Record(Type.String(), Points)),
        },
        strict,
      ),
      { minItems: 1, maxItems: 10_000 },
    ),
  },
  strict,
);

/** Throws `evaluate.unitMissing`, `leafMissing`, `pointsOutside`. */
export const stateLast = action({
  name: 'evaluate.last.state',
  input: StateLast,
  load: (tx, { round }, { who }) => loadRound(tx, who.tenant, round),
  may: (who, { round }) => mayStateLast(who, round.evaluee),
  async run(tx, { basis, results }, { round: { tenant, round }, register, scheme }, { who, now }) {
    const full = new Map(
      scheme.indicators.flatMap(({ code, points, leaf }) => (leaf ? [[code as string, points]] : [])),
    );
    const held = new Map((await readLastStatements(tx, { tenant, round })).map((each) => [each.unit, each.version]));
    const statements = results.map(({ unit: code, score, grade, points = {} }) => {
      const unit = register.numberOf(code);
      if (unit === undefined) throw EvaluateProblem.unitMissing({ unit: code });
      refuseOutside(score, scheme.total, scheme.pointsDecimals);
      for (const [indicator, got] of Object.entries(points)) {
        const of = full.get(indicator);
        if (of === undefined) throw EvaluateProblem.leafMissing({ unit: code, indicator });
        refuseOutside(got, of, scheme.pointsDecimals);
      }
      const version = (held.get(unit) ?? 0) + 1;
      held.set(unit, version);
      const by = { author: who.account, person: who.person, at: now };
      return { unit, version, score, grade, points, basis, ...by };
    });
    await addLastStatements(tx, { tenant, round }, statements);
    return { units: statements.length };
  },
  audit: ({ units }, { round, basis }) => ({ about: `round ${round}`, detail: { units, basis } }),
});

function refuseOutside(typed: string, of: Rational, decimals: number): void {
  const points = parseDecimal(typed) ?? ZERO;
  if (compare(points, of) > 0 || multiply(points, rational(10n ** BigInt(decimals))).den !== 1n)
    throw EvaluateProblem.pointsOutside({ points: typed, of: showPoints(of), decimals });
}
