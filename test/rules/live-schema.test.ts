/**
 * The schema as the database holds it, against the rules of a distributed PostgreSQL, so that a province can spread its
 * prefectures over machines without a rewrite; and each migration on a database that was in use before it.
 */
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate, readMigrations } from '../../src/platform/db/migrate.ts';
import { APP_ROLE } from '../../src/platform/index.ts';
import { emptyDatabase, ownerAddress, testDatabase } from '../support/database.ts';

const open = testDatabase();
const bare = emptyDatabase();

/** The same on every machine: who may sign in, and which prefectures there are. */
const REFERENCE = new Set(['tenant', 'account', 'person', 'session', 'token', 'post', 'migration']);

async function rows<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<readonly T[]> {
  const client = new pg.Client(ownerAddress(open()));
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
const tables = async (): Promise<readonly string[]> =>
  (
    await rows<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    )
  ).map(({ name }) => name);
const ofTenants = async () => (await tables()).filter((name) => !REFERENCE.has(name));

interface Key {
  readonly of: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly to: string | null;
}
const keys = (types: string): Promise<readonly Key[]> =>
  rows<Key>(
    `select c.conrelid::regclass::text as of, c.conname as name, nullif(c.confrelid, 0)::regclass::text as to,
        array(select a.attname::text from unnest(c.conkey) with ordinality k(num, at)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num order by k.at) as columns
      from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype = any($1::"char"[])`,
    [types.split('')],
  );

test('every table of a tenant begins its keys with the tenant', async () => {
  const wanted = new Set(await ofTenants());
  expect(wanted.size).toBeGreaterThan(20);
  const own = (await keys('pu')).filter(({ of }) => wanted.has(of));
  expect(own.filter(({ columns }) => columns[0] !== 'tenant')).toEqual([]);
  const withPrimary = new Set((await keys('p')).map(({ of }) => of));
  expect([...wanted].filter((name) => !withPrimary.has(name))).toEqual([]);
  const unique = await rows<{ of: string; first: string }>(
    `select i.indrelid::regclass::text as of, a.attname as first from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      join pg_class c on c.oid = i.indrelid where i.indisunique and c.relnamespace = 'public'::regnamespace`,
  );
  expect(unique.filter(({ of, first }) => wanted.has(of) && first !== 'tenant')).toEqual([]);
});

test('a key to another table of tenants goes through the tenant; any other leads to a table that is everywhere', async () => {
  const wanted = new Set(await ofTenants());
  const foreign = (await keys('f')).filter(({ of }) => wanted.has(of));
  expect(foreign.length).toBeGreaterThan(8);
  expect(foreign.filter(({ to, columns }) => columns[0] !== 'tenant' && wanted.has(to ?? ''))).toEqual([]);
});

test('nothing is done behind the application: no triggers, no rules, no counters of the database', async () => {
  expect(await rows(`select tgname from pg_trigger where not tgisinternal`)).toEqual([]);
  expect(await rows(`select rulename from pg_rules where schemaname = 'public'`)).toEqual([]);
  expect(
    await rows(`select relname from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`),
  ).toEqual([]);
});

test('every table with a tenant stands behind the second wall, which its owner cannot pass either', async () => {
  const open = await rows<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped)
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
  );
  expect(open.map(({ name }) => name).filter((name) => !REFERENCE.has(name))).toEqual([]);
});

test('the application owns nothing, and cannot write over what was said', async () => {
  expect(await rows(`select relname from pg_class where relowner = $1::regrole`, [APP_ROLE])).toEqual([]);
  const may = (table: string, right: string) =>
    rows<{ may: boolean }>('select has_table_privilege($1, $2, $3) as may', [APP_ROLE, table, right]);
  for (const table of ['audit', 'audit_seal', 'figure_version', 'decision', 'snapshot', 'file'])
    for (const right of ['update', 'delete', 'truncate'])
      expect(await may(table, right), `${right} ${table}`).toEqual([{ may: false }]);
});

test('each migration runs on a database that was in use before it, and leaves what was there', async () => {
  const client = new pg.Client(bare());
  await client.connect();
  try {
    const migrations = readMigrations();
    const first = migrations.findIndex(({ name }) => name.includes('walls')) + 1;
    await migrate(client, migrations.slice(0, first));
    const account = '00000000-0000-7000-8000-000000000001';
    await client.query(`insert into tenant (tenant, code, name, created_at) values (1, '8812', '清江市', now())`);
    await client.query(
      `insert into account (account, login, name, state, created_at) values ($1, 'li', '李晨', 'active', now())`,
      [account],
    );
    await client.query(`select set_config('luzhi.tenant', '1', false), set_config('luzhi.units', '*', false)`);
    await client.query(
      `insert into notice (tenant, notice, account, kind, data, at) values (1, $1, $1, 'task.return', '{}', now())`,
      [account],
    );
    for (let upTo = first + 1; upTo <= migrations.length; upTo += 1)
      expect(await migrate(client, migrations.slice(0, upTo))).toEqual([migrations[upTo - 1]?.name]);
    expect((await client.query('select name, length(workbook_key) as key from tenant')).rows).toEqual([
      { name: '清江市', key: 64 },
    ]);
    expect((await client.query('select kind, mailed_at from notice')).rows).toEqual([
      { kind: 'task.return', mailed_at: null },
    ]);
  } finally {
    await client.end();
  }
});
