/** What checks of a whole round found, with what was let pass in any of its tasks. */
import type { Finding } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import { pairsOf } from '../check/checked.ts';
import type { Submission } from '../contract.ts';
import type { RoundContext } from '../round/rounds.store.ts';
import { listExceptions } from './exceptions.store.ts';
import { withGrants } from './granted.ts';

export async function withRoundGrants(
  tx: Tx,
  { round: { tenant, round }, scheme, register }: RoundContext,
  submission: Omit<Submission, 'findings'>,
  findings: readonly Finding[],
): Promise<readonly Finding[]> {
  const exceptions = await listExceptions(tx, { tenant, round }, register);
  if (exceptions.length === 0) return findings;
  return withGrants(findings, exceptions, { pairs: pairsOf(scheme, submission, 'all') });
}
