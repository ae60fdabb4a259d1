/** How far each unit of a round is scored and verified: where whoever verifies goes on. In 行政区划 order, never ranked. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { mayAskResults, maySeeResult, mayVerify } from '../policy.ts';
import { evaluateRound } from '../round/round-evaluation.ts';
import { readRoundScores } from './scores.store.ts';
import { type LeafScores, sideBySide } from './side-by-side.ts';

export const listProgress = query({
  name: 'evaluate.scores.progress',
  lane: 'long',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: mayAskResults,
  async run(tx, { round }, { who }) {
    const { evaluation, register, scheme, revision } = await evaluateRound(tx, who, round);
    const given = Map.groupBy(await readRoundScores(tx, who.tenant, round), ({ unit }) => unit);
    return {
      revision,
      units: evaluation.results.units.flatMap((result) => {
        const number = register.numberOf(result.code) ?? 0;
        if (!maySeeResult(who, number)) return [];
        const scores = given.get(number) ?? [];
        const { leaves, sums } = sideBySide(scheme, result, false, scores);
        const last = scores.findLast(({ owner }) => owner === 'verified');
        return {
          code: result.code,
          name: result.unit,
          level: result.level,
          leaves: leaves.length,
          undecided: result.undecided.length,
          computed: sums.computed.score,
          proposed: leaves.filter(({ proposed }) => proposed !== undefined).length,
          verified: sums.verified.given,
          /** Of leaves proposed otherwise than computed, those that are not verified yet. */
          claimed: leaves.filter(isClaimed).length,
          ...(sums.verified.given === leaves.length ? { score: sums.verified.score } : {}),
          ...(last === undefined ? {} : { last: { person: last.person, at: last.at } }),
          /** Whether the reader is the one to verify it. */
          mine: mayVerify(who, number),
        };
      }),
    };
  },
});

const isClaimed = ({ computed, proposed, verified }: LeafScores): boolean =>
  verified === undefined && proposed !== undefined && proposed.points !== computed;
