/** The smallest question to the database. */
import { sql } from 'kysely';
import type { Db } from '../platform/index.ts';
import { READY_MS } from './limits.ts';

/** False also when no connection is free in time. */
export async function isDatabaseReady(db: Db): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), READY_MS);
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
