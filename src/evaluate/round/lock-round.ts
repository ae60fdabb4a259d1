/** The lock of a round, once the scheme's checks of that moment were run over what is accepted, with every total. */
import { withRoundGrants } from '../../collect/index.ts';
import { widened } from '../../platform/index.ts';
import { lockRoundAfter } from '../../review/index.ts';
import { evaluateRound } from './round-evaluation.ts';

/** Throws what a lock does, and `review.lockChecksStand`. */
export const lockRound = lockRoundAfter(async (tx, who, round) => {
  const made = await evaluateRound(tx, who, round);
  const { scheme, evaluation, submission } = made;
  const atLock = new Set(scheme.checks.flatMap(({ id, when }) => (when.includes('lock') ? [id] : [])));
  const found = evaluation.results.findings.filter(({ code }) => atLock.has(code));
  return widened(tx, who, () => withRoundGrants(tx, made, submission, found));
});
