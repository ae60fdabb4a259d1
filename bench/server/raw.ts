/**
 * The statements that file a figure, and nothing else, by themselves: transaction, tenant, row lock, version, pointer,
 * edition, audit row. Sent by pgbench where it is installed, and over pg, by as many clients as there are fillers.
 */
import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { FILLERS, ITEM } from './fillers.ts';

const SECONDS = 6;
const FIRST = 100_000;

interface Key {
  readonly tenant: number;
  readonly round: string;
  readonly task: string;
  readonly subject: number;
  readonly reporter: number;
  readonly dept: string;
  readonly period: string;
}

export interface RawSaves {
  readonly by: 'pgbench' | 'pg';
  /** Counted in the database: a statement that failed is no save. */
  readonly perSecond: number;
}

export async function rawSaves(connection: pg.ClientConfig, folder: string): Promise<readonly RawSaves[]> {
  const pool = new pg.Pool({ ...connection, max: FILLERS });
  const { rows } = await pool.query<Key>(
    'select distinct tenant, round, task, subject, reporter, dept, period from figure where item = $1 limit $2',
    [ITEM, FILLERS],
  );
  const saves: RawSaves[] = [];
  const ways = hasPgbench() ? (['pgbench', 'pg'] as const) : (['pg'] as const);
  for (const by of ways) {
    if (by === 'pgbench') await byPgbench(connection, rows, folder);
    else await overPg(pool, rows);
    saves.push({ by, perSecond: (await countAndForget(pool)) / SECONDS });
  }
  await pool.end();
  return saves;
}

async function countAndForget(pool: pg.Pool): Promise<number> {
  await pool.query(
    `update figure f set latest = (select max(version) from figure_version v where v.tenant = f.tenant and v.round = f.round
    and v.subject = f.subject and v.item = f.item and v.period = f.period and v.reporter = f.reporter and v.dept = f.dept
    and v.scope = f.scope and version < ${FIRST}) where item = $1`,
    [ITEM],
  );
  const { rowCount } = await pool.query(`delete from figure_version where item = $1 and version >= ${FIRST}`, [ITEM]);
  return rowCount ?? 0;
}

function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** `v` stands for the version. */
function statementsOf({ tenant, round, task, subject, reporter, dept, period }: Key, v: string): readonly string[] {
  const text = pg.escapeLiteral;
  const figure = `tenant = ${tenant} and round = ${text(round)} and subject = ${subject} and item = ${text(ITEM)}
    and period = ${text(period)} and reporter = ${reporter} and dept = ${text(dept)} and scope = 'own'`;
  const of = `tenant = ${tenant} and round = ${text(round)} and task = ${text(task)}`;
  return [
    'begin',
    `select set_config('luzhi.tenant', '${tenant}', true), set_config('luzhi.units', '*', true)`,
    `select 1 from task where ${of} for update`,
    `insert into figure_version (tenant, round, subject, item, period, reporter, dept, scope, version, kind, steps, unit,
      typed, source, task, author, person, at)
      values (${tenant}, ${text(round)}, ${subject}, ${text(ITEM)}, ${text(period)}, ${reporter}, ${text(dept)}, 'own', ${v},
      'quantity', 1, '人', '1', '{}', ${text(task)}, gen_random_uuid(), '测', now())`,
    `update figure set latest = ${v}, returned = null where ${figure}`,
    `update task set edition = edition + 1 where ${of}`,
    `insert into audit (tenant, entry, at, account, person, action, about, detail, address)
      values (${tenant}, gen_random_uuid(), now(), gen_random_uuid(), '测', 'bench', 'task', '{}', '')`,
    'commit',
  ];
}

/** One process a client, since each has statements of its own. */
async function byPgbench(connection: pg.ClientConfig, keys: readonly Key[], folder: string): Promise<void> {
  const { host, port, user, password, database } = new pg.Client(connection);
  const each = keys.map(async (key, at) => {
    const script = path.join(folder, `save-${at}.sql`);
    const lines = statementsOf(key, ':v').map((statement) => `${statement.replaceAll('\n', ' ')};`);
    writeFileSync(script, ['\\set v :v + 1', ...lines, ''].join('\n'));
    const args = ['-n', '-M', 'prepared', '-c', '1', '-T', String(SECONDS), '-D', `v=${FIRST}`, '-f', script];
    await promisify(execFile)('pgbench', [...args, database ?? ''], {
      env: { ...process.env, PGHOST: host, PGPORT: String(port), PGUSER: user, PGPASSWORD: String(password) },
    });
  });
  await Promise.all(each);
}

async function overPg(pool: pg.Pool, keys: readonly Key[]): Promise<void> {
  const until = performance.now() + SECONDS * 1_000;
  await Promise.all(
    keys.map(async (key) => {
      for (let version = FIRST; performance.now() < until; version += 1) {
        const client = await pool.connect();
        for (const statement of statementsOf(key, String(version))) await client.query(statement);
        client.release();
      }
    }),
  );
}
