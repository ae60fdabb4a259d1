/** Last year's results beside this round's, unit by unit, of those who may be seen. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { query } from '../../platform/index.ts';
import { mayAskResults, maySeeResult } from '../policy.ts';
import { lastResults } from './last-results.ts';

export const readLast = query({
  name: 'evaluate.last.read',
  lane: 'long',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: mayAskResults,
  async run(tx, { round }, { who }) {
    const context = await loadRound(tx, who.tenant, round);
    const found = await lastResults(tx, who, context);
    const units = [...found].flatMap(([number, { leaves, ...last }]) => {
      const unit = context.register.unitOf(number);
      if (unit === undefined || !maySeeResult(who, number)) return [];
      return [{ unit: unit.code as string, ...last, leaves: Object.fromEntries(leaves) }];
    });
    return { year: context.round.year - 1, units };
  },
});
