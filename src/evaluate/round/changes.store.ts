/** Revisions that moved no result: changes of words leave every figure as it is. */
import type { RoundContext } from '../../collect/index.ts';
import type { Tx } from '../../platform/index.ts';

const OF_WORDS = 'section';

/** Whether every revision of the round behind `since` is one of words. */
export async function onlyWordsSince(
  tx: Tx,
  { tenant, round, revision }: RoundContext['round'],
  since: bigint,
): Promise<boolean> {
  if (revision === since) return true;
  const { count } = await tx
    .selectFrom('change')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where((where) => where.and({ tenant, round, kind: OF_WORDS }))
    .where('revision', '>', since)
    .executeTakeFirstOrThrow();
  return BigInt(count) === revision - since;
}
