/** Results of a round: all units in the order of the register, one unit leaf by leaf. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { EvaluateProblem } from '../problems.ts';
import { withFewPlaces } from './few-places.ts';
import { evaluateRound } from './round-evaluation.ts';

const Round = Type.String({ maxLength: 64 });
const Unit = Type.String({ minLength: 1, maxLength: 64 });
const strict = { additionalProperties: false } as const;

/** In 行政区划 order, never ranked. */
export const listResults = query({
  name: 'evaluate.results.list',
  lane: 'long',
  input: Type.Object({ round: Round }, strict),
  may: mayAskResults,
  async run(tx, { round }, { who }) {
    const { evaluation, register, revision, submission } = await evaluateRound(tx, who, round);
    const { scheme, version, year, asOf, rules, units } = evaluation.results;
    const seen = units.filter(({ code }) => maySeeResult(who, register.numberOf(code) ?? 0));
    return {
      scheme,
      version,
      year,
      asOf,
      rules,
      revision,
      figures: submission.figures.length,
      units: seen.map(({ results, undecided, ...unit }) => ({
        ...unit,
        undecided: undecided.length,
        leaves: results.map(({ code, points, of, verdict }) => ({ code, points, of, verdict })),
      })),
    };
  },
});

/** Throws `evaluate.unitMissing`. */
export const readResult = query({
  name: 'evaluate.result.read',
  lane: 'long',
  input: Type.Object({ round: Round, unit: Unit }, strict),
  may: mayAskResults,
  async run(tx, { round, unit }, { who }) {
    const { evaluation, register, revision } = await evaluateRound(tx, who, round);
    const found = evaluation.results.units.find(({ code }) => code === unit);
    if (found === undefined || !maySeeResult(who, register.numberOf(unit) ?? 0))
      throw EvaluateProblem.unitMissing({ unit });
    const findings = evaluation.results.findings.filter(({ at }) => at.unit === unit);
    return { revision, ...found, results: found.results.map(withFewPlaces), findings };
  },
});
