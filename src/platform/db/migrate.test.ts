/** Migrations on a database: each whole or not at all, once, and never another one under the same name. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { emptyDatabase } from '../../../test/support/database.ts';
import { type Migration, migrate } from './migrate.ts';

const [failing, killed, crowded] = [emptyDatabase(), emptyDatabase(), emptyDatabase()];
const FIRST: Migration = { name: '2026-01-01-first.sql', sql: 'create table first (x int)' };
const second = (sql: string): Migration => ({ name: '2026-01-02-second.sql', sql });
const HALF = 'create table half (x int); insert into half values (1)';

async function on<T>(address: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(address);
  await client.connect();
  return work(client).finally(() => client.end());
}
/** Tables and notes of what ran. */
const standing = (address: pg.ClientConfig) =>
  on(address, async (client) => {
    const tables = await client.query(
      "select relname as name from pg_class where relname in ('first', 'half') order by 1",
    );
    const ran = await client.query('select name from migration order by name');
    return [tables, ran].map(({ rows }) => rows.map(({ name }) => name));
  });

test('one that fails leaves nothing of itself and all before it; put right, it runs', async () => {
  const migrating = (sql: string) => on(failing(), (client) => migrate(client, [FIRST, second(sql)]));
  await expect(migrating(`${HALF}; select nothing_of_the_kind`)).rejects.toMatchObject({ code: '42703' });
  expect(await standing(failing())).toEqual([['first'], [FIRST.name]]);
  expect(await migrating(HALF)).toEqual([second('').name]);
  expect(await migrating(HALF)).toEqual([]);
  await expect(migrating(`${HALF} -- other`)).rejects.toMatchObject({ code: 'platform.migrationChanged' });
});

test('a process killed in the middle of one leaves nothing half done, and the next start goes on from there', async () => {
  const code = `
    import pg from 'pg';
    import { migrate } from ${JSON.stringify(path.join(import.meta.dirname, 'migrate.ts'))};
    const client = new pg.Client(JSON.parse(process.env.ADDRESS));
    await client.connect();
    client.on('notice', () => process.stdout.write('in the middle'));
    const sql = "${HALF}; do $$ begin raise notice 'here'; perform pg_sleep(1); end $$";
    await migrate(client, [${JSON.stringify(FIRST)}, { name: '${second('').name}', sql }]);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: import.meta.dirname,
    env: { ...process.env, ADDRESS: JSON.stringify(killed()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('in the middle');
  child.kill('SIGKILL');
  await once(child, 'exit');
  // Waits until the database has let go of the dead one.
  const ran = await on(killed(), (client) => migrate(client, [FIRST]));
  expect(ran).toEqual([]);
  expect(await standing(killed())).toEqual([['first'], [FIRST.name]]);
  expect(await on(killed(), (client) => migrate(client, [FIRST, second(HALF)]))).toEqual([second('').name]);
});

test('of several that start at once each migration is run by one', async () => {
  const ran = await Promise.all([1, 2, 3].map(() => on(crowded(), (client) => migrate(client, [FIRST, second(HALF)]))));
  expect(ran.flat().sort()).toEqual([FIRST.name, second('').name]);
});
