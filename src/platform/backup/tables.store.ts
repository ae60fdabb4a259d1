/** Tables of the schema as they are, whichever migrations made them: rows out and in as JSON text, never read here. */
import pg from 'pg';
import { BackupProblem } from './problems.ts';

/** Rows a statement brings: some megabytes at most. */
const BATCH = 2_000;

/** All tables of the application, those named by others first. */
export async function tablesInOrder(client: pg.Client): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration' order by 1`,
  );
  const { rows: links } = await client.query<{ from: string; to: string }>(
    `select c.relname as "from", f.relname as "to" from pg_constraint k
       join pg_class c on c.oid = k.conrelid join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and k.conrelid <> k.confrelid and c.relnamespace = 'public'::regnamespace`,
  );
  const order: string[] = [];
  const visit = (name: string): void => {
    if (order.includes(name)) return;
    for (const { to } of links.filter(({ from }) => from === name)) visit(to);
    order.push(name);
  };
  for (const { name } of tables) visit(name);
  return order;
}

export async function countRows(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) as count from ${pg.escapeIdentifier(table)}`);
  return Number(rows[0]?.count ?? 0);
}

/** Each row as one line of JSON, within the transaction that is open. */
export async function* rowsOf(client: pg.Client, table: string): AsyncGenerator<string> {
  await client.query(
    `declare backup_rows no scroll cursor for select row_to_json(t)::text as row from ${pg.escapeIdentifier(table)} t`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${BATCH} from backup_rows`);
    for (const { row } of rows) yield row;
    if (rows.length < BATCH) break;
  }
  await client.query('close backup_rows');
}

/** Rows as they came out; the database reads every number and time itself, so none loses a digit on the way. */
export async function addRows(client: pg.Client, table: string, rows: readonly string[]): Promise<void> {
  const name = pg.escapeIdentifier(table);
  const columns = await columnsOf(client, table);
  for (let at = 0; at < rows.length; at += BATCH)
    await client.query(`insert into ${name} select ${columns} from json_populate_recordset(null::${name}, $1::json)`, [
      `[${rows.slice(at, at + BATCH).join(',')}]`,
    ]);
}

/** What was revoked after the backup would open again: whoever comes signs in, and programs get new tokens. */
export async function endAccess(client: pg.Client, now: Date): Promise<void> {
  await client.query('delete from session');
  await client.query('update token set revoked_at = $1 where revoked_at is null', [now]);
}

/** In JSON a JSON null looks like no value: where there has to be one, it was the null. */
async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string; json: boolean }>(
    `select attname as name, attnotnull and atttypid = 'jsonb'::regtype as json from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [pg.escapeIdentifier(table)],
  );
  return rows
    .map(({ name, json }) => [pg.escapeIdentifier(name), json] as const)
    .map(([name, json]) => (json ? `coalesce(${name}, 'null'::jsonb)` : name))
    .join(', ');
}

/** Row policies hide rows from whoever they hold for; a copy made so would be a part. */
export async function refuseRoleThatSeesPart(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ all: boolean }>(
    'select rolsuper or rolbypassrls as all from pg_roles where rolname = current_user',
  );
  if (rows[0]?.all !== true) throw BackupProblem.roleSeesPart({});
}

/** Any number but those of `db/`; the lock ends with its connection. */
const BACKUP = 5_127_003;

/** From here to the end of the connection no content is swept away. */
export const holdContents = (client: pg.Client) => client.query('select pg_advisory_lock_shared($1)', [BACKUP]);

export async function isBackingUp(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [BACKUP]);
  return rows[0]?.free !== true;
}

/** Says who sent a content, not that anything needs it. */
const SENT = 'upload';

/** Every content any row of any table names, wherever in it. */
export async function hashesNamed(client: pg.Client): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  for (const table of (await tablesInOrder(client)).filter((name) => name !== SENT)) {
    const { rows } = await client.query<{ hash: string }>(
      `select distinct found[1] as hash from ${table} t, regexp_matches(t::text, '[0-9a-f]{64}', 'g') found`,
    );
    for (const { hash } of rows) named.add(hash);
  }
  return named;
}

/** Of all database servers: a backup that was restored elsewhere is another database. */
export async function nameOfDatabase(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    "select system_identifier || ' ' || current_database() as name from pg_control_system()",
  );
  return rows[0]?.name ?? '';
}
