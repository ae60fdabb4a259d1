/**
 * Makes a database ready and opens it for the application: migrations run as the owner, everything else as a member of
 * `luzhi_app`, which owns nothing and cannot pass the row policies.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { PlatformProblem } from '../problems.ts';
import { type Db, openDb, openPool, POOL_SIZE } from './connect.ts';
import { migrate } from './migrate.ts';

/** Holds the rights; nobody signs in as it. */
export const APP_ROLE = 'luzhi_app';
/** Any number but that of the migrations; the lock ends with its connection. */
const ALONE = 5_127_002;
/** PostgreSQL: another process has created it meanwhile. */
const CREATED_MEANWHILE: ReadonlySet<unknown> = new Set(['42710', '23505']);

export interface OpenDatabase {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** How the application reaches it; see `openBeside`. */
  readonly address: pg.PoolConfig;
  /** Names of the migrations that ran now. */
  readonly migrated: readonly string[];
  /**
   * Counts what the tables hold, so that plans are made for that. The database does so by itself within minutes; a load of
   * tens of thousands of rows would until then be read by plans made for empty tables.
   */
  count(): Promise<void>;
  /** Does `work` while no other process does its own; `clear` empties every table. */
  alone<T>(work: (clear: () => Promise<void>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** `owner` may create roles; `secret` becomes the password the application signs in by. */
export async function openDatabase(
  owner: pg.ClientConfig,
  secret: string,
  poolSize: number = POOL_SIZE,
): Promise<OpenDatabase> {
  const { migrated, user } = await asOwner(owner, async (client) => {
    await ensureRole(client);
    return { user: await ensureSignIn(client, secret), migrated: await migrate(client) };
  });
  const address = { ...addressOf(owner), user, password: secret };
  const pool = openQuietPool(address, poolSize);
  await refuseRoleThatBypasses(pool);
  const db = openDb(pool);
  const count = () => asOwner(owner, async (client) => void (await client.query('analyze')));
  const alone = <T>(work: (clear: () => Promise<void>) => Promise<T>) =>
    asOwner(owner, async (client) => {
      await client.query('select pg_advisory_lock($1)', [ALONE]);
      return work(() => clearTables(client));
    });
  return { db, pool, address, migrated, count, alone, close: () => db.destroy() };
}

async function clearTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select format('%I', tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'",
  );
  await client.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
}

async function asOwner<T>(owner: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner);
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Of a thread: long work is done one after the other, and its reads overlap a little. */
const BESIDE = 4;

/** The same database for a thread beside, with connections of its own. */
export const openBeside = (address: pg.PoolConfig): Db => openDb(openQuietPool(address, BESIDE));

/**
 * A connection that is lost is told to whoever waits for an answer on it, and replaced at the next use. Without listeners,
 * one lost while idle, or between two statements of a transaction, would end the process.
 */
function openQuietPool(address: pg.PoolConfig, size: number): pg.Pool {
  const pool = openPool(address, size);
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export const ensureRole = (client: pg.Client): Promise<void> => createRole(client, APP_ROLE, 'nologin');

/**
 * A sign-in of each installation, named after its secret: roles belong to the whole server, and one that several
 * installations shared would be given another password by each that starts.
 */
async function ensureSignIn(client: pg.Client, secret: string): Promise<string> {
  const name = `${APP_ROLE}_${createHash('sha256').update(`sign-in of ${secret}`).digest('hex').slice(0, 12)}`;
  await createRole(client, name, `login in role ${APP_ROLE} password ${pg.escapeLiteral(secret)}`);
  return name;
}

async function createRole(client: pg.Client, name: string, means: string): Promise<void> {
  const known = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (known.rowCount !== 0) return;
  await client
    .query(`create role ${name} nosuperuser nocreatedb nocreaterole nobypassrls ${means}`)
    .catch((error: { readonly code?: unknown }) => {
      if (!CREATED_MEANWHILE.has(error.code)) throw error;
    });
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
