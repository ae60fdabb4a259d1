/** Requests that come twice (a retry after a lost answer, a double click) are done once and answered alike. */
import { createHash } from 'node:crypto';
import { prepared } from '../db/prepared.ts';
import { PlatformProblem } from '../problems.ts';
import type { By } from './action.ts';
import { toJson } from './json.ts';
import { type Tx, withoutWaiting } from './transact.ts';

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
  const { rows } = await tx.executeQuery(taking({ ...mine, action: name, input: hash, at: now }));
  if (rows.length === 0) {
    const first = await tx
      .selectFrom('request')
      .where((where) => where.and(mine))
      .select(['action', 'input', 'answer'])
      .executeTakeFirstOrThrow();
    if (first.action !== name || first.input !== hash) throw PlatformProblem.keyReused({ key });
    return first.answer as Out;
  }
  const out = await run();
  withoutWaiting(tx, answering({ ...mine, answer: toJson(out) }));
  return out;
}

interface Mine {
  readonly tenant: number;
  readonly account: string;
  readonly key: string;
}

const taking = prepared(
  (
    from,
    {
      tenant,
      account,
      key,
      action,
      input,
      at,
    }: Mine & { readonly action: string; readonly input: string; readonly at: Date },
  ) =>
    from
      .insertInto('request')
      .values({ tenant, account, key, action, input, answer: 'null', at })
      .onConflict((conflict) => conflict.columns(['tenant', 'account', 'key']).doNothing())
      .returning('key'),
);

const answering = prepared((from, { tenant, account, key, answer }: Mine & { readonly answer: string }) =>
  from
    .updateTable('request')
    .set({ answer })
    .where((where) => where.and({ tenant, account, key })),
);
