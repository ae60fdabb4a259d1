/** 核定 of the counties of a round: the sum of each, and who is not verified through. */
import { type Tx, type Who, widened } from '../../platform/index.ts';
import type { RoundEvaluation } from '../round/round-evaluation.ts';
import { readRoundScores } from '../scores/scores.store.ts';
import { sideBySide } from '../scores/side-by-side.ts';

export interface VerifiedCounty {
  readonly code: string;
  readonly name: string;
  readonly number: number;
  readonly score: string;
  /** Every leaf has verified points. */
  readonly isWhole: boolean;
}

/** All of them, whoever asks: whether all are verified is one answer. */
export async function verifiedCounties(tx: Tx, who: Who, made: RoundEvaluation): Promise<readonly VerifiedCounty[]> {
  const { evaluation, register, round, scheme } = made;
  const given = await widened(tx, who, () => readRoundScores(tx, who.tenant, round.round));
  const scores = Map.groupBy(given, ({ unit }) => unit);
  return evaluation.results.units
    .filter(({ level }) => level === 'county')
    .map((result) => {
      const number = register.numberOf(result.code) ?? 0;
      const { leaves, sums } = sideBySide(scheme, result, false, scores.get(number) ?? []);
      const isWhole = sums.verified.given === leaves.length;
      return { code: result.code, name: result.unit, number, score: sums.verified.score, isWhole };
    });
}
