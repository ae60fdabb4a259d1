/** When a round was locked, unlocked and closed, by whom and why: those who are locked out have to know. */
import Type from 'typebox';
import { loadRound } from '../../collect/index.ts';
import { query } from '../../platform/index.ts';
import { listMoves } from './history.store.ts';

export const roundHistory = query({
  name: 'review.round.history',
  input: Type.Object({ round: Type.String({ maxLength: 64 }) }, { additionalProperties: false }),
  may: (who) => who.posts.length > 0,
  async run(tx, { round: code }, { who }) {
    const { round } = await loadRound(tx, who.tenant, code);
    return { state: round.state, moves: await listMoves(tx, who.tenant, code) };
  },
});
