/** The four scores of a unit side by side, and how the points of one leaf came to be. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { EvaluateProblem } from '../problems.ts';
import { evaluateRound } from '../round/round-evaluation.ts';
import { readScores } from './scores.store.ts';
import { sideBySide } from './side-by-side.ts';

/** Throws `evaluate.unitMissing`. */
export const listScores = query({
  name: 'evaluate.scores.list',
  lane: 'long',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), unit: Type.String({ minLength: 1, maxLength: 64 }) },
    { additionalProperties: false },
  ),
  may: mayAskResults,
  async run(tx, { round, unit: code }, { who }) {
    const { evaluation, register, scheme, revision } = await evaluateRound(tx, who, round);
    const unit = register.numberOf(code) ?? 0;
    const result = evaluation.results.units.find((each) => each.code === code);
    if (result === undefined || !maySeeResult(who, unit)) throw EvaluateProblem.unitMissing({ unit: code });
    const scores = await readScores(tx, { tenant: who.tenant, round, unit });
    const clausesOpen = evaluation.results.findings.some(
      ({ code, at }) => code === 'evaluate.clause.undecided' && at.unit === result.code,
    );
    return { revision, ...sideBySide(scheme, result, clausesOpen, scores) };
  },
});
