/**
 * A database that cannot stand inside its data folder, which is closed to the server's user. Each names the other, so
 * that a data folder that was moved finds its database, and none opens the database of another or, without a word, a new
 * one.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedProblem } from './problems.ts';
import { refusing } from './refusing.ts';
import { clusterIn } from './settings.ts';

const AWAY = '/var/lib/luzhi';
/** In the data folder: where its database is. */
const DATABASE_NOTE = 'database.json';
/** Beside the database: whose it is. */
const FOLDER_NOTE = 'data-folder.json';

/** The home of the folder's database; undefined where it has none. Throws `databaseMissing`, `databaseOfOther`. */
export function findAway(folder: string, hash: string): string | undefined {
  const home = readNote(path.join(folder, DATABASE_NOTE));
  if (home === undefined) {
    // Made before there were notes, or cut off before they were written.
    const unnoted = path.join(AWAY, hash);
    return existsSync(clusterIn(unnoted)) && ownerOf(unnoted) === undefined ? unnoted : undefined;
  }
  const database = clusterIn(home);
  if (!existsSync(database)) throw EmbeddedProblem.databaseMissing({ folder, database });
  const owner = ownerOf(home);
  if (owner !== undefined && owner !== folder && readNote(path.join(owner, DATABASE_NOTE)) === home)
    throw EmbeddedProblem.databaseOfOther({ folder, database, other: owner });
  return home;
}

/** A home nobody has. */
export function newAway(hash: string): string {
  const home = path.join(AWAY, hash);
  return existsSync(clusterIn(home)) ? `${home}-${randomBytes(4).toString('hex')}` : home;
}

export function noteAway(folder: string, home: string): void {
  if (home === folder || (readNote(path.join(folder, DATABASE_NOTE)) === home && ownerOf(home) === folder)) return;
  writeNote(path.join(folder, DATABASE_NOTE), home);
  writeNote(path.join(home, FOLDER_NOTE), folder);
}

const ownerOf = (home: string): string | undefined => readNote(path.join(home, FOLDER_NOTE));

function readNote(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const { at } = refusing(file, () => JSON.parse(readFileSync(file, 'utf8')) as { at?: string });
  return at;
}

const writeNote = (file: string, at: string): void =>
  refusing(file, () => {
    writeFileSync(`${file}.new`, `${JSON.stringify({ at })}\n`, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  });
