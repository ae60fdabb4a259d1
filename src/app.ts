/**
 * The composition root: opens the platform, gathers the routes of the stages and joins what the right ones must hear
 * from the left. Nothing else knows all of it.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { messages as collect } from './collect/index.ts';
import { messages as formula } from './engines/formula/index.ts';
import { messages as ooxml } from './engines/ooxml/index.ts';
import { messages as sheet } from './engines/sheet/index.ts';
import { messages as word } from './engines/word/index.ts';
import { messages as evaluate } from './evaluate/index.ts';
import { messages as org } from './org/index.ts';
import {
  type Embedded,
  type Files,
  keepSealing,
  type OpenDatabase,
  openDatabase,
  openEmbedded,
  openFiles,
} from './platform/index.ts';
import { messages as report } from './report/index.ts';
import { ROUTES } from './routes.ts';
import { messages as scheme } from './scheme/index.ts';
import { type LogTo, openServer } from './server/index.ts';

export interface Opening {
  /** Figures, files, secrets and the embedded database. */
  readonly dataDir: string;
  /** `postgres://…` of a server; the embedded database when left out. Its role may create roles. */
  readonly databaseUrl?: string;
  readonly log: LogTo;
  now(): Date;
}

export interface App {
  readonly database: OpenDatabase;
  readonly files: Files;
  /** Where the embedded database keeps its data, when it is the one used. */
  readonly where?: Embedded['where'];
  /** Listens and gives the address people open. Port 0 takes a free one. */
  listen(port: number, host?: string): Promise<string>;
  close(): Promise<void>;
}

const STAGES = [ooxml, sheet, word, formula, org, scheme, collect, evaluate, report];

/** Throws the problems of the embedded database and of migrations; then nothing is left running. */
export async function openApp({ dataDir, databaseUrl, log, now }: Opening): Promise<App> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const embedded = databaseUrl === undefined ? await openEmbedded({ dataDir, log: tellEmbedded(log) }) : undefined;
  const closing: (() => Promise<unknown>)[] = embedded === undefined ? [] : [() => embedded.stop()];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const owner = embedded?.connection ?? { connectionString: databaseUrl ?? '' };
    const database = await openDatabase(owner, secretOf(dataDir));
    closing.push(() => database.close());
    const files = openFiles(path.join(dataDir, 'files'));
    const sealing = keepSealing(database.db, now, (error) => tellFault(log, error));
    closing.push(() => sealing.stop());
    const listen = async (port: number, host = '127.0.0.1'): Promise<string> => {
      const server = await serve({ database, files, log, now, host });
      closing.push(() => server.close());
      return server.listen({ port, host });
    };
    return { database, files, ...(embedded === undefined ? {} : { where: embedded.where }), listen, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Serving extends Pick<Opening, 'log' | 'now'> {
  readonly database: OpenDatabase;
  readonly files: Files;
  readonly host: string;
}

const serve = ({ database: { db, pool }, files, log, now, host }: Serving): Promise<FastifyInstance> =>
  openServer({
    db,
    pool,
    files,
    log,
    now,
    routes: ROUTES,
    sentences: { zh: STAGES.map(({ zh }) => zh), en: STAGES.map(({ en }) => en) },
    hosts: ['localhost', '127.0.0.1', '[::1]', host],
    https: false,
  });

/** What the installation alone knows: made at its first start, readable by its owner alone. */
function secretOf(dataDir: string): string {
  const file = path.join(dataDir, 'secret');
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8');
}

const tellFault = ({ stream, level }: LogTo, error: unknown): void => {
  if (level !== 'silent') stream?.write(`${JSON.stringify({ event: 'audit.seal.failed', kind: String(error) })}\n`);
};

const tellEmbedded =
  ({ stream, level }: LogTo) =>
  (event: string, data: object): void => {
    if (level !== 'silent') stream?.write(`${JSON.stringify({ event, ...data })}\n`);
  };
