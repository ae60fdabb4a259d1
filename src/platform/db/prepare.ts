/**
 * Makes a database ready and opens it for the application: migrations run as the owner, everything else as
 * `luzhi_app`, which owns nothing and cannot pass the row policies.
 */
import pg from 'pg';
import { PlatformProblem } from '../problems.ts';
import { type Db, openDb, openPool, POOL_SIZE } from './connect.ts';
import { migrate } from './migrate.ts';

export const APP_ROLE = 'luzhi_app';

export interface OpenDatabase {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** How the application reaches it; see `openBeside`. */
  readonly address: pg.PoolConfig;
  /** Names of the migrations that ran now. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/** `owner` may create roles; `secret` becomes the password of `luzhi_app`. */
export async function openDatabase(
  owner: pg.ClientConfig,
  secret: string,
  poolSize: number = POOL_SIZE,
): Promise<OpenDatabase> {
  const client = new pg.Client(owner);
  await client.connect();
  let migrated: readonly string[];
  try {
    await ensureRole(client, secret);
    migrated = await migrate(client);
  } finally {
    await client.end();
  }
  const address = { ...addressOf(owner), user: APP_ROLE, password: secret };
  const pool = openQuietPool(address, poolSize);
  await refuseRoleThatBypasses(pool);
  const db = openDb(pool);
  return { db, pool, address, migrated, close: () => db.destroy() };
}

/** Of a thread: long work is done one after the other, and its reads overlap a little. */
const BESIDE = 4;

/** The same database for a thread beside, with connections of its own. */
export const openBeside = (address: pg.PoolConfig): Db => openDb(openQuietPool(address, BESIDE));

/** A connection the server closes while idle is replaced at the next use; without a listener it would end the process. */
function openQuietPool(address: pg.PoolConfig, size: number): pg.Pool {
  const pool = openPool(address, size);
  pool.on('error', () => {});
  return pool;
}

/** The role of the application; it can sign in once it was given a `secret`. */
export async function ensureRole(client: pg.Client, secret?: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  const verb = known.rowCount === 0 ? 'create' : 'alter';
  const means = secret === undefined ? '' : `login password ${pg.escapeLiteral(secret)}`;
  await client.query(`${verb} role ${APP_ROLE} nosuperuser nocreatedb nocreaterole nobypassrls ${means}`);
}

function addressOf(owner: pg.ClientConfig): pg.PoolConfig {
  const { host, port, database, ssl } = new pg.Client(owner);
  return { host, port, ...(database === undefined ? {} : { database }), ssl };
}

async function refuseRoleThatBypasses(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; passes: boolean }>(
    'select rolname as name, rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user',
  );
  const [role] = rows;
  if (role === undefined || role.passes) throw PlatformProblem.roleBypasses({ role: role?.name ?? '' });
}
