/** A backup: one moment of the database, then the contents. The file is there whole or not at all. */
import { readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { type Heads, lineOf } from '../audit/heads.ts';
import type { Files } from '../files/contract.ts';
import { FORM, openSink, type Sink } from './frames.ts';
import { BackupProblem } from './problems.ts';
import { countRows, holdContents, refuseRoleThatSeesPart, rowsOf, tablesInOrder } from './tables.store.ts';

export interface BackedUp {
  readonly rows: number;
  readonly files: number;
}

export interface Ground {
  /** Sees all rows: a superuser, or one that bypasses row policies. */
  readonly owner: pg.ClientConfig;
  readonly files: Files;
  /** Where `files` keeps its contents. */
  readonly filesDir: string;
  readonly heads: Heads;
}

/** Throws `backup.notWritten`, `backup.roleSeesPart`, `files.damaged`. */
export async function writeBackup(
  { owner, files, filesDir, heads }: Ground,
  file: string,
  now: Date,
): Promise<BackedUp> {
  const coming = `${file}.coming`;
  const client = new pg.Client(owner);
  await client.connect();
  const sink = openSink(coming);
  try {
    await refuseRoleThatSeesPart(client);
    await holdContents(client);
    // Read before the moment: what they say is in it.
    const kept = (await heads.read())?.heads ?? [];
    // Contents are filed before the rows that name them: those listed after the moment are all that it names.
    await client.query('begin transaction isolation level repeatable read read only');
    const rows = await writeTables(client, sink, now);
    await sink.line(JSON.stringify({ heads: kept.length }));
    for (const head of kept) await sink.line(lineOf(head));
    const contents = contentsIn(filesDir);
    for (const sha256 of contents) {
      const content = await files.read(sha256);
      await sink.line(JSON.stringify({ file: sha256, size: content.length }));
      await sink.bytes(content);
    }
    await client.query('commit');
    await sink.end();
    await rename(coming, file);
    return { rows, files: contents.length };
  } catch (error) {
    sink.abandon();
    await rm(coming, { force: true }).catch(() => {});
    const fault =
      (error as NodeJS.ErrnoException).errno === undefined ? undefined : (error as NodeJS.ErrnoException).code;
    throw fault === undefined ? error : BackupProblem.notWritten({ file, fault });
  } finally {
    await client.end();
  }
}

async function writeTables(client: pg.Client, sink: Sink, now: Date): Promise<number> {
  const { rows: migrations } = await client.query('select name, hash from migration order by name');
  await sink.line(JSON.stringify({ luzhi: 'backup', form: FORM, at: now, migrations }));
  let written = 0;
  for (const table of await tablesInOrder(client)) {
    const rows = await countRows(client, table);
    await sink.line(JSON.stringify({ table, rows }));
    for await (const row of rowsOf(client, table)) await sink.line(row);
    written += rows;
  }
  return written;
}

const HASH = /^[0-9a-f]{64}$/;

function contentsIn(folder: string): readonly string[] {
  try {
    return readdirSync(path.join(folder, 'sha256'), { recursive: true, encoding: 'utf8' })
      .map((name) => path.basename(name))
      .filter((name) => HASH.test(name))
      .sort();
  } catch {
    // Nothing was ever filed.
    return [];
  }
}
