/**
 * A backup brought back into an empty database. The whole file is read once and held against its closing hash before a
 * row or a content of it is kept, then again to keep them. Contents that lie there already, of a restore that was cut
 * off, are the same by their names.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { headOf } from '../audit/heads.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { ensureRole } from '../db/prepare.ts';
import { FORMS, openSource, type Source } from './frames.ts';
import { BackupProblem } from './problems.ts';
import { addRows, countRows, endAccess, refuseRoleThatSeesPart } from './tables.store.ts';
import type { BackedUp, Ground } from './write-backup.ts';

/** Rows held at once. */
const BATCH = 5_000;

interface Head {
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
}

/** Throws `backup.unreadable`, `damaged`, `newer`, `notEmpty`, `roleSeesPart`; then all is as it was. */
export async function restoreBackup({ owner, files, heads }: Ground, file: string, now: Date): Promise<BackedUp> {
  await refuseDamaged(file);
  const source = openSource(file);
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await refuseRoleThatSeesPart(client);
    await refuseFullDatabase(client);
    await ensureRole(client);
    const head = await readHead(source, file);
    const known = readMigrations();
    const then = new Set(head.migrations.map(({ name }) => name));
    // As it was when the backup was made; what came since runs over the rows, as it would have.
    await migrate(
      client,
      known.filter(({ name }) => then.has(name)),
    );
    await client.query('begin');
    let kept: readonly string[] = [];
    const keep: Keeping = {
      rows: (table, rows) => addRows(client, table, rows),
      heads: (lines) => {
        kept = lines;
      },
      content: async (content) => (await files.put(content)).sha256,
    };
    const restored = await readEntries(source, keep).catch(async (error) => {
      await client.query('rollback');
      throw error;
    });
    await endAccess(client, now);
    await client.query('commit');
    await heads.replace(kept, now);
    await migrate(client, known);
    return restored;
  } finally {
    await source.close();
    await client.end();
  }
}

async function refuseFullDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string | null }>("select to_regclass('public.tenant')::text as name");
  if (rows[0]?.name === null) return;
  if ((await countRows(client, 'tenant')) > 0) throw BackupProblem.notEmpty({ what: 'tenant' });
}

async function readHead(source: Source, file: string): Promise<Head> {
  const head = parse(await source.line().catch(() => undefined));
  if (head?.luzhi !== 'backup' || !FORMS.has(head.form)) throw BackupProblem.unreadable({ file });
  const { migrations } = head as unknown as Head;
  const known = new Set(readMigrations().map(({ name }) => name));
  const unknown = migrations.find(({ name }) => !known.has(name));
  if (unknown !== undefined) throw BackupProblem.newer({ migration: unknown.name });
  return { migrations };
}

/** Nothing is kept of a file that is not whole. */
async function refuseDamaged(file: string): Promise<void> {
  const source = openSource(file);
  try {
    await readHead(source, file);
    await readEntries(source, {
      rows: () => Promise.resolve(),
      heads: () => {},
      content: (content) => Promise.resolve(createHash('sha256').update(content).digest('hex')),
    });
  } finally {
    await source.close();
  }
}

interface Keeping {
  rows(table: string, rows: readonly string[]): Promise<void>;
  heads(lines: readonly string[]): void;
  /** Gives the content's hash. */
  content(content: Uint8Array): Promise<string>;
}

async function readEntries(source: Source, keep: Keeping): Promise<BackedUp> {
  const restored = { rows: 0, files: 0 };
  for (;;) {
    const hash = source.hash();
    const entry = parse(await source.line());
    if (typeof entry?.end === 'string') {
      if (entry.end !== hash) throw BackupProblem.damaged({ entry: 'end' });
      return restored;
    }
    if (typeof entry?.table === 'string' && typeof entry.rows === 'number') {
      await readTable(source, keep, entry.table, entry.rows);
      restored.rows += entry.rows;
    } else if (typeof entry?.heads === 'number') {
      keep.heads(await readHeads(source, entry.heads));
    } else if (typeof entry?.file === 'string' && typeof entry.size === 'number') {
      if ((await keep.content(await source.bytes(entry.size))) !== entry.file)
        throw BackupProblem.damaged({ entry: entry.file });
      restored.files += 1;
    } else throw BackupProblem.damaged({ entry: 'end' });
  }
}

async function readHeads(source: Source, count: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const line = await source.line();
    if (line === undefined || headOf(line) === undefined) throw BackupProblem.damaged({ entry: 'audit-heads' });
    lines.push(line);
  }
  return lines;
}

async function readTable(source: Source, keep: Keeping, table: string, rows: number): Promise<void> {
  let held: string[] = [];
  for (let at = 0; at < rows; at += 1) {
    const row = await source.line();
    if (row === undefined) throw BackupProblem.damaged({ entry: table });
    held.push(row);
    if (held.length < BATCH && at < rows - 1) continue;
    await keep.rows(table, held);
    held = [];
  }
}

function parse(line: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    return line === undefined ? undefined : (JSON.parse(line) as Record<string, unknown>);
  } catch {
    return undefined;
  }
}
