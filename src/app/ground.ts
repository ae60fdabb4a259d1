/** What the system stands on before anything is opened for people: a database, a files folder, its own secret. */
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import {
  type Embedded,
  type Files,
  type Heads,
  openEmbedded,
  openFiles,
  openFolder,
  openHeads,
  PlatformProblem,
  refusing,
  scanWith,
} from '../platform/index.ts';
import type { LogTo } from '../server/index.ts';

export interface GroundOpening {
  /** Figures, files, secrets and the embedded database. */
  readonly dataDir: string;
  /** `postgres://…` of a server, whose role may create roles; the embedded database when left out. */
  readonly databaseUrl?: string;
  /** Program that every file that comes is given to, by its path; see `scanWith`. */
  readonly scanner?: string;
  readonly log: LogTo;
}

export interface OpenGround {
  /** How the database's owner reaches it. */
  readonly owner: pg.ClientConfig;
  readonly files: Files;
  readonly filesDir: string;
  readonly heads: Heads;
  /** What this installation alone knows. */
  readonly secret: string;
  /** Where the embedded database lies, when it is the one used. */
  readonly where?: Embedded['where'];
  close(): Promise<void>;
}

/** Throws the problems of the embedded database; then nothing is left running. */
export async function openGround({ dataDir, databaseUrl, scanner, log }: GroundOpening): Promise<OpenGround> {
  openFolder(dataDir);
  const filesDir = path.join(dataDir, 'files');
  const common = {
    files: openFiles(filesDir, scanner === undefined ? undefined : scanWith(scanner)),
    filesDir,
    heads: openHeads(dataDir),
    secret: secretOf(dataDir),
  };
  if (databaseUrl !== undefined)
    return { ...common, owner: { connectionString: databaseUrl }, close: () => Promise.resolve() };
  const { connection, where, stop } = await openEmbedded({ dataDir, log: tellEmbedded(log) });
  return { ...common, owner: connection, where, close: stop };
}

/** Made at the first start, whole or not at all, readable by its owner alone. Throws `platform.secretEmpty`. */
function secretOf(dataDir: string): string {
  const file = path.join(dataDir, 'secret');
  if (!existsSync(file)) refusing(dataDir, () => makeSecret(file));
  const secret = refusing(file, () => readFileSync(file, 'utf8'));
  if (secret.trim() === '') throw PlatformProblem.secretEmpty({ file });
  return secret;
}

function makeSecret(file: string): void {
  const coming = `${file}.${process.pid}`;
  try {
    writeFileSync(coming, randomBytes(32).toString('hex'), { mode: 0o600, flush: true });
    // Of two that start at once the second takes what the first made.
    if (!existsSync(file)) linkSync(coming, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(coming, { force: true });
  }
}

const tellEmbedded =
  ({ stream, level }: LogTo) =>
  (event: string, data: object): void => {
    if (level !== 'silent') stream?.write(`${JSON.stringify({ event, ...data })}\n`);
  };
