/** Points of all units at all leaves, beside last year's: what a heat table is drawn from. */
import Type from 'typebox';
import { findRoundBefore } from '../../collect/index.ts';
import type { GapCause } from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import type { IndicatorResult, UnitResult, Verdict } from '../contract.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { evaluateRound, type RoundEvaluation } from './round-evaluation.ts';

/** One leaf at one unit; `points` absent while undecided, `gap` then says what kind of value is not there. */
export interface MatrixCell {
  readonly points?: string;
  readonly of: string;
  readonly verdict: Verdict;
  readonly gap?: GapCause;
  /** Points of last year's round for the leaf of this code and name. */
  readonly prior?: string;
}

/** In 行政区划 order, never ranked; a unit that is not asked a leaf has no cell there. */
export const readMatrix = query({
  name: 'evaluate.matrix.read',
  lane: 'long',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: mayAskResults,
  async run(tx, { round }, { who }) {
    const now = await evaluateRound(tx, who, round);
    const before = await findRoundBefore(tx, now.round);
    const last = before === undefined ? undefined : await evaluateRound(tx, who, before.round);
    const seen = now.evaluation.results.units.filter(({ code }) => maySeeResult(who, now.register.numberOf(code) ?? 0));
    const asked = new Set(seen.flatMap(({ results }) => results.map(({ code }) => code)));
    const { scheme, revision } = now;
    return {
      revision,
      ...(last === undefined ? {} : { prior: { round: last.round.round, revision: last.revision } }),
      leaves: scheme.indicators
        .filter(({ code }) => asked.has(code))
        .map(({ code, name, parent = '' }) => ({ code, name, parent })),
      units: seen.map(({ unit: name, code, level, score, bonus, of, grade, results }) => {
        const then = last === undefined ? undefined : pointsThen(now, last, code);
        const cells = Object.fromEntries(results.map((leaf) => [leaf.code, cellOf(leaf, then?.leaves)]));
        return {
          code,
          name,
          level,
          score,
          bonus,
          of,
          grade,
          ...(then === undefined ? {} : { prior: then.score }),
          cells,
        };
      }),
    };
  },
});

function cellOf({ code, name, points, of, verdict, value }: IndicatorResult, then?: PointsThen['leaves']): MatrixCell {
  const open = verdict === 'undecided' ? { gap: value !== undefined && 'gap' in value ? value.gap : 'missing' } : {};
  const prior = then?.get(`${code} ${name}`);
  return {
    ...(points === undefined ? {} : { points }),
    of,
    verdict,
    ...(open as Pick<MatrixCell, 'gap'>),
    ...(prior === undefined ? {} : { prior }),
  };
}

interface PointsThen {
  readonly score: string;
  readonly leaves: ReadonlyMap<string, string>;
}

/** The same unit a year ago, whatever its code was then; undefined for one that was not judged. */
function pointsThen(now: RoundEvaluation, last: RoundEvaluation, code: string): PointsThen | undefined {
  const then = last.register.unitOf(now.register.numberOf(code) ?? 0);
  const result = last.evaluation.results.units.find((each: UnitResult) => each.code === then?.code);
  if (result === undefined) return undefined;
  const leaves = result.results.flatMap(({ code, name, points }) =>
    points === undefined ? [] : [[`${code} ${name}`, points] as const],
  );
  return { score: result.score, leaves: new Map(leaves) };
}
