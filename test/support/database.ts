/** A database of its own for a test file, on the server the run has started (or LUZHI_TEST_DATABASE_URL names). */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../src/platform/index.ts';

const SECRET = 'only for tests';

/** Call at the top of a test file; the database is there from `beforeAll` on and dropped after the last test. */
export function testDatabase(poolSize?: number): () => OpenDatabase {
  const name = `luzhi_test_${randomBytes(6).toString('hex')}`;
  let opened: OpenDatabase | undefined;
  beforeAll(async () => {
    await asOwner(`create database ${name}`);
    opened = await openDatabase({ ...serverAddress(), database: name }, SECRET, poolSize);
  });
  afterAll(async () => {
    await opened?.close();
    await asOwner(`drop database if exists ${name} with (force)`);
  });
  return () => {
    if (opened === undefined) throw new Error('the test database is there from beforeAll on');
    return opened;
  };
}

/** A database nobody has prepared, by the address its owner uses. */
export function emptyDatabase(): () => pg.ClientConfig {
  const name = `luzhi_test_${randomBytes(6).toString('hex')}`;
  beforeAll(() => asOwner(`create database ${name}`));
  afterAll(() => asOwner(`drop database if exists ${name} with (force)`));
  return () => ({ ...serverAddress(), database: name });
}

/** As the owner of a test's database reaches it. */
export const ownerAddress = ({ pool }: OpenDatabase): pg.ClientConfig =>
  ({ ...serverAddress(), database: pool.options.database }) as pg.ClientConfig;

function serverAddress(): pg.ClientConfig {
  const url = process.env.LUZHI_TEST_DATABASE_URL;
  if (url === undefined) throw new Error('no database server for tests: the global set-up has not run');
  const { host, port, user, password } = new pg.Client({ connectionString: url });
  return { host, port, ...(user === undefined ? {} : { user }), ...(password == null ? {} : { password }) };
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ ...serverAddress(), database: 'postgres' });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
