/** Says to every process that a way in of an account has ended: what stays open with it is held against that at once. */
import { sql } from 'kysely';
import type { Tx } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';

export const ENDED_CHANNEL = 'luzhi_ended';

export const tellEnded = (db: Db | Tx, account: string): Promise<unknown> =>
  sql`select pg_notify(${ENDED_CHANNEL}, ${account})`.execute(db);
