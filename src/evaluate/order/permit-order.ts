/** 按得分排序 allowed or stopped by the scheme's owner, with a reason; allowed only once every county is verified. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { mayPermitOrder } from '../policy.ts';
import { EvaluateProblem } from '../problems.ts';
import { evaluateRound } from '../round/round-evaluation.ts';
import { holdScores } from '../scores/scores.store.ts';
import { addTurn, lastTurn } from './order.store.ts';
import { verifiedCounties } from './verified.ts';

/** Throws `evaluate.notVerified`. */
export const permitOrder = action({
  name: 'evaluate.order.permit',
  lane: 'long',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      permitted: Type.Boolean(),
      reason: Type.String({ minLength: 2, maxLength: 2_000 }),
    },
    { additionalProperties: false },
  ),
  load: (tx, { round }, { who }) => evaluateRound(tx, who, round),
  may: mayPermitOrder,
  async run(tx, { permitted, reason }, made, { who, now }) {
    const of = { tenant: who.tenant, round: made.round.round };
    await holdScores(tx, { ...of, unit: made.round.evaluee });
    const open = (await verifiedCounties(tx, who, made)).filter(({ isWhole }) => !isWhole);
    const [first] = open;
    if (permitted && first !== undefined) throw EvaluateProblem.notVerified({ count: open.length, unit: first.name });
    const version = ((await lastTurn(tx, of))?.version ?? 0) + 1;
    await addTurn(tx, { ...of, version, permitted, reason, author: who.account, person: who.person, at: now });
    return { permitted, version };
  },
  audit: ({ permitted }, { round, reason }) => ({ about: `round ${round}`, detail: { permitted, reason } }),
});
