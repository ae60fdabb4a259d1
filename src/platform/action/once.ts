/** Requests that come twice (a retry after a lost answer, a double click) are done once and answered alike. */
import { createHash } from 'node:crypto';
import { PlatformProblem } from '../problems.ts';
import type { By } from './action.ts';
import { toJson } from './json.ts';
import type { Tx } from './transact.ts';

interface Asked extends By {
  readonly name: string;
  readonly input: unknown;
  readonly key: string | undefined;
}

/** Throws `platform.keyReused` for a key that came with another action or input. */
export async function answerOnce<Out>(
  tx: Tx,
  { who, now, name, input, key }: Asked,
  run: () => Promise<Out>,
): Promise<Out> {
  if (key === undefined) return run();
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const mine = { tenant: who.tenant, account: who.account, key };
  // The row is taken before the work: a second request with the key waits here until the first has its verdict.
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('request')
    .values({ ...mine, action: name, input: hash, answer: 'null', at: now })
    .onConflict((conflict) => conflict.columns(['tenant', 'account', 'key']).doNothing())
    .executeTakeFirstOrThrow();
  const row = tx.selectFrom('request').where((where) => where.and(mine));
  if (numInsertedOrUpdatedRows === 0n) {
    const first = await row.select(['action', 'input', 'answer']).executeTakeFirstOrThrow();
    if (first.action !== name || first.input !== hash) throw PlatformProblem.keyReused({ key });
    return first.answer as Out;
  }
  const out = await run();
  await tx
    .updateTable('request')
    .set({ answer: toJson(out) })
    .where((where) => where.and(mine))
    .execute();
  return out;
}
