/** What the revisions of a round since an evaluation can have moved. */
import type { RoundContext } from '../../collect/index.ts';
import type { Tx } from '../../platform/index.ts';

/** Tasks in which figures, rows or evidence were accepted since; of words none. Undefined: anything may have moved. */
export async function movedSince(
  tx: Tx,
  { tenant, round, revision }: RoundContext['round'],
  since: bigint,
): Promise<ReadonlySet<string> | undefined> {
  if (revision === since) return new Set();
  const changes = await tx
    .selectFrom('change')
    .select(['kind', 'about'])
    .where((where) => where.and({ tenant, round }))
    .where('revision', '>', since)
    .where('revision', '<=', revision)
    .execute();
  // What raised it without saying why may be anything.
  if (BigInt(changes.length) !== revision - since) return undefined;
  const moved = new Set<string>();
  for (const { kind, about } of changes) {
    if (kind === 'section') continue;
    const task = (about as { readonly task?: unknown }).task;
    if ((kind !== 'accept' && kind !== 'evidence') || typeof task !== 'string') return undefined;
    moved.add(task);
  }
  return moved;
}
