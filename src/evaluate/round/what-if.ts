/** 试算: what a unit's points would be with other figures or other limits. Nothing is written and nothing is kept. */
import Type from 'typebox';
import { compare, parseDecimal, printDecimal, subtract, ZERO } from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import type { IndicatorResult, UnitResult } from '../contract.ts';
import { evaluate } from '../evaluate.ts';
import { mayAskSuppose, maySuppose } from '../policy.ts';
import { EvaluateProblem } from '../problems.ts';
import { evaluateRound } from './round-evaluation.ts';
import { withFigures } from './supposed-figures.ts';
import { withLimits } from './supposed-limits.ts';

const Code = Type.String({ minLength: 1, maxLength: 64 });
const strict = { additionalProperties: false } as const;
/** A screenful of sliders; more is another round. */
const MOST = 100;

export const WhatIf = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    unit: Code,
    figures: Type.Optional(
      Type.Array(
        Type.Object(
          {
            subject: Type.Optional(Code),
            item: Code,
            year: Type.Optional(Type.Union([Type.Literal('now'), Type.Literal('prior')])),
            value: Type.String({ maxLength: 200 }),
            unit: Type.Optional(Type.String({ maxLength: 20 })),
          },
          strict,
        ),
        { maxItems: MOST },
      ),
    ),
    limits: Type.Optional(
      Type.Array(
        Type.Object(
          {
            indicator: Code,
            part: Type.Optional(Type.String({ maxLength: 200 })),
            limit: Type.String({ pattern: '^-?\\d{1,15}(\\.\\d{1,6})?[^\\d\\s]{0,10}$' }),
          },
          strict,
        ),
        { maxItems: MOST },
      ),
    ),
  },
  strict,
);

/** One leaf as it stands and as it would; points absent while undecided. */
export interface SupposedLeaf extends Pick<IndicatorResult, 'code' | 'name' | 'of' | 'verdict' | 'shown' | 'why'> {
  readonly was?: string;
  readonly is?: string;
  /** Signed, `+0.50`; absent where one side is undecided. */
  readonly change?: string;
}

/** Throws `evaluate.unitMissing`, and `evaluate.supposeRefused` with everything that cannot be supposed. */
export const whatIf = query({
  name: 'evaluate.whatIf',
  lane: 'long',
  input: WhatIf,
  may: mayAskSuppose,
  async run(tx, { round, unit: code, figures = [], limits = [] }, { who }) {
    const before = await evaluateRound(tx, who, round);
    const { register, submission, revision } = before;
    const unitOf = (of: { readonly results: { readonly units: readonly UnitResult[] } }): UnitResult => {
      const found = of.results.units.find((each) => each.code === code);
      if (found === undefined || !maySuppose(who, register.numberOf(code) ?? 0))
        throw EvaluateProblem.unitMissing({ unit: code });
      return found;
    };
    const was = unitOf(before.evaluation);
    const tree = register.tree;
    const within = new Set(
      ['county', 'zone', 'school'].flatMap((kind) => tree.below(was.code as never, kind as never)),
    );
    const stranger = figures.find(({ subject = code }) => subject !== code && !within.has(tree.find(subject) as never));
    if (stranger !== undefined) throw EvaluateProblem.unitMissing({ unit: stranger.subject ?? '' });
    const supposed = withFigures(before, code, figures);
    const { scheme, findings } = withLimits(before.scheme, limits);
    const refused = [...supposed.findings, ...findings];
    if (refused.length > 0)
      throw Object.assign(EvaluateProblem.supposeRefused({ count: refused.length }), { findings: refused });
    const answers = { ...submission, figures: supposed.figures };
    const is = unitOf(evaluate(scheme, answers, { asOf: before.round.as_of, since: before.evaluation }));
    const decimals = scheme.pointsDecimals;
    const leaves = is.results.map((leaf, at) => supposedLeaf(was.results[at]?.points, leaf, decimals));
    return {
      revision,
      unit: is.unit,
      code,
      of: is.of,
      was: sumOf(was),
      is: sumOf(is),
      ...moved(was, is, decimals),
      leaves,
    };
  },
});

const sumOf = ({ score, grade, undecided }: UnitResult) => ({ score, grade, undecided: undecided.length });

const moved = (was: UnitResult, is: UnitResult, decimals: number) => changeOf(was.score, is.score, decimals);

const supposedLeaf = (was: string | undefined, leaf: IndicatorResult, decimals: number): SupposedLeaf => {
  const { code, name, of, verdict, shown, why, points } = leaf;
  return {
    code,
    name,
    of,
    verdict,
    shown,
    why,
    ...(was === undefined ? {} : { was }),
    ...(points === undefined ? {} : { is: points }),
    ...changeOf(was, points, decimals),
  };
};

function changeOf(was: string | undefined, is: string | undefined, decimals: number): { readonly change?: string } {
  if (was === undefined || is === undefined) return {};
  const by = subtract(parseDecimal(is) ?? ZERO, parseDecimal(was) ?? ZERO);
  return { change: `${compare(by, ZERO) > 0 ? '+' : ''}${printDecimal(by, decimals)}` };
}
