/** 差异系数 of every unit at every measure of the scheme, beside the limit. */
import Type from 'typebox';
import { compare, printDecimal, subtract, toNumber } from '../../kernel/index.ts';
import { query } from '../../platform/index.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { evaluateRound, type RoundEvaluation } from '../round/round-evaluation.ts';
import { type Measure, measuresOf } from './measures.ts';

/** Reference 5.4 prints a coefficient with three decimals. */
export const CV_DECIMALS = 3;
/** `over`: signed distance from the limit, `-0.120` where it holds. */
export type SpreadCell =
  | { readonly cv: string; readonly over?: string; readonly holds?: boolean }
  | { readonly gap: 'missing' | 'none' };

/** In 行政区划 order, never ranked. */
export const readSpread = query({
  name: 'evaluate.spread.read',
  lane: 'long',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: mayAskResults,
  async run(tx, { round }, { who }) {
    const made = await evaluateRound(tx, who, round);
    const measures = measuresOf(made.scheme);
    const { register, revision, evaluation } = made;
    return {
      revision,
      measures: measures.map(({ item, limit }) => ({
        code: item.code as string,
        name: item.name,
        ...(limit === undefined ? {} : { limit: printDecimal(limit, 2) }),
      })),
      units: evaluation.results.units
        .filter(({ code, level }) => level === 'county' && maySeeResult(who, register.numberOf(code) ?? 0))
        .map(({ code, unit: name }) => ({
          code,
          name,
          cells: Object.fromEntries(measures.map((measure) => [measure.item.code, cellOf(made, code, measure)])),
        })),
    };
  },
});

export function cellOf({ evaluation }: RoundEvaluation, unit: string, { item, limit }: Measure): SpreadCell {
  const outcome = evaluation.context(unit as never).item(item.code);
  if (outcome.kind !== 'measure')
    return { gap: outcome.kind === 'gap' && outcome.why === 'not-applicable' ? 'none' : 'missing' };
  const cv = printDecimal(outcome.exact, CV_DECIMALS);
  if (limit === undefined) return { cv };
  const over = subtract(outcome.exact, limit);
  const sign = toNumber(over) > 0 ? '+' : '';
  return { cv, over: `${sign}${printDecimal(over, CV_DECIMALS)}`, holds: compare(outcome.exact, limit) <= 0 };
}
