/**
 * Who sent which content. It is sent before the request that speaks of it, which names it by its hash; a hash is no
 * secret, so it stands for the content in requests of the account that sent it and of nobody else. For others it is as
 * if it had never been filed.
 */
import type { Who } from '../access/contract.ts';
import { transact } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import { FilesProblem } from './problems.ts';

export const noteUpload = (db: Db, who: Who, sha256: string, now: Date): Promise<unknown> =>
  transact(db, who, (tx) =>
    tx
      .insertInto('upload')
      .values({ tenant: who.tenant, account: who.account, sha256, at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );

/** Throws `files.missing` for the first content the input names that the account did not send. */
export async function refuseUnsent(db: Db, who: Who, input: unknown): Promise<void> {
  const named = [...new Set(hashesIn(input))];
  if (named.length === 0) return;
  const { tenant, account } = who;
  const sent = await transact(db, who, (tx) =>
    tx
      .selectFrom('upload')
      .select('sha256')
      .where((where) => where.and({ tenant, account }))
      .where('sha256', 'in', named)
      .execute(),
  );
  const unsent = named.find((sha256) => !sent.some((row) => row.sha256 === sha256));
  if (unsent !== undefined) throw FilesProblem.missing({ sha256: unsent });
}

/** Inputs name contents in fields called `sha256`. Walked as a list, since nobody has looked yet at how deep they go. */
function hashesIn(input: unknown): readonly string[] {
  const [met, found]: [unknown[], string[]] = [[input], []];
  for (const each of met) {
    if (typeof each !== 'object' || each === null) continue;
    for (const [field, value] of Object.entries(each)) {
      if (field === 'sha256' && typeof value === 'string') found.push(value);
      else met.push(value);
    }
  }
  return found;
}
