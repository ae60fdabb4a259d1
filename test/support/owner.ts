/** Does to a test's database what nobody but its owner could: no row policy and no missing right is in the way. */
import pg from 'pg';
import type { OpenDatabase } from '../../src/platform/index.ts';

export async function ownerOf({ pool }: OpenDatabase, statement: string): Promise<void> {
  const { host, port, user, password } = new pg.Client({ connectionString: process.env.LUZHI_TEST_DATABASE_URL });
  const { database } = pool.options;
  const owner = {
    host,
    port,
    database,
    ...(user === undefined ? {} : { user }),
    ...(password == null ? {} : { password }),
  };
  const client = new pg.Client(owner as pg.ClientConfig);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
