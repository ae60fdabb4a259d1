/** Whether counties may be put in order of score, who allowed it, and their verified scores where it is. */
import Type from 'typebox';
import { query } from '../../platform/index.ts';
import { maySeeOrder, maySeeResult } from '../policy.ts';
import { evaluateRound } from '../round/round-evaluation.ts';
import { lastTurn } from './order.store.ts';
import { verifiedCounties } from './verified.ts';

export const readOrder = query({
  name: 'evaluate.order.read',
  lane: 'long',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: maySeeOrder,
  async run(tx, { round }, { who }) {
    const made = await evaluateRound(tx, who, round);
    const counties = await verifiedCounties(tx, who, made);
    const open = counties.filter(({ isWhole }) => !isWhole).length;
    const turn = await lastTurn(tx, { tenant: who.tenant, round });
    // A score verified anew may be missing a leaf of a scheme that moved: then there is no order.
    const isPermitted = turn?.permitted === true && open === 0 && counties.length > 0;
    return {
      revision: made.revision,
      isPermitted,
      counties: counties.length,
      open,
      ...(turn === undefined ? {} : { turn }),
      scores: isPermitted
        ? counties.filter(({ number }) => maySeeResult(who, number)).map(({ code, score }) => ({ code, score }))
        : [],
    };
  },
});
