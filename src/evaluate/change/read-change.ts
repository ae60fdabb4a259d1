/** Why a unit's score moved since last year. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { type LastSource, lastResults } from '../last/last-results.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { EvaluateProblem } from '../problems.ts';
import { evaluateRound } from '../round/round-evaluation.ts';
import { attributeChange, type ScoreChange } from './attribute-change.ts';

export interface ReadChange {
  readonly revision: bigint;
  readonly unit: string;
  readonly year: number;
  /** Leaves without points yet. */
  readonly undecided: number;
  /** Both absent where nothing is known of last year. */
  readonly source?: LastSource;
  readonly change?: ScoreChange;
}

/** Throws `evaluate.unitMissing`. */
export const readChange = query({
  name: 'evaluate.change.read',
  lane: 'long',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), unit: Type.String({ minLength: 1, maxLength: 64 }) },
    { additionalProperties: false },
  ),
  may: mayAskResults,
  async run(tx, { round, unit }, { who }): Promise<ReadChange> {
    const made = await evaluateRound(tx, who, round);
    const number = made.register.numberOf(unit) ?? 0;
    const result = made.evaluation.results.units.find(({ code }) => code === unit);
    if (result === undefined || !maySeeResult(who, number)) throw EvaluateProblem.unitMissing({ unit });
    const last = (await lastResults(tx, who, made)).get(number);
    const { scheme, revision } = made;
    const ends = { revision, unit, year: scheme.year, undecided: result.undecided.length };
    if (last === undefined) return ends;
    return { ...ends, source: last.source, change: attributeChange(result, last, scheme.pointsDecimals) };
  },
});
