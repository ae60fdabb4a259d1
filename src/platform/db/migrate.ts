/** Migrations: dated SQL files, forward only. A file that ran is never edited; its hash is kept and compared. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { PlatformProblem } from '../problems.ts';

const FOLDER = path.join(import.meta.dirname, 'migrations');
/** Any number: two processes that start at once wait for each other here. */
const LOCK = 5_127_001;

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const readMigrations = (folder = FOLDER): readonly Migration[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name), 'utf8') }));

/**
 * Brings the database up to `migrations`; gives the names of those that ran now. Throws `platform.migrationChanged`,
 * and `platform.databaseNewer` when the database has run one this program does not know.
 */
export async function migrate(client: pg.Client, migrations = readMigrations()): Promise<readonly string[]> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(
      'create table if not exists migration (name text collate "C" primary key, hash text not null, at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
    const known = new Map(migrations.map(({ name, sql }) => [name, hashOf(sql)]));
    for (const { name, hash } of rows) {
      const now = known.get(name);
      if (now === undefined) throw PlatformProblem.databaseNewer({ migration: name });
      if (now !== hash) throw PlatformProblem.migrationChanged({ migration: name });
    }
    const done = new Set(rows.map(({ name }) => name));
    const wanted = migrations.filter(({ name }) => !done.has(name));
    for (const { name, sql } of wanted) await run(client, name, sql);
    return wanted.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

/** The file and the note that it ran, both or neither. */
async function run(client: pg.Client, name: string, sql: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hashOf(sql)]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

const hashOf = (sql: string): string => createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
