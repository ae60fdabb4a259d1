/**
 * The composition root: opens the platform, gathers the routes of the stages and joins what the right ones must hear
 * from the left. Nothing else knows all of it.
 */
import type { FastifyInstance } from 'fastify';
import { messages as collect } from '../collect/index.ts';
import { messages as formula } from '../engines/formula/index.ts';
import { messages as ooxml } from '../engines/ooxml/index.ts';
import { messages as sheet } from '../engines/sheet/index.ts';
import { messages as word } from '../engines/word/index.ts';
import { messages as evaluate } from '../evaluate/index.ts';
import { messages as org } from '../org/index.ts';
import {
  type Aside,
  type Files,
  keepSealing,
  type OpenDatabase,
  openDatabase,
  openPostman,
} from '../platform/index.ts';
import { messages as report } from '../report/index.ts';
import { messages as review } from '../review/index.ts';
import { messages as scheme } from '../scheme/index.ts';
import { type LogTo, openServer } from '../server/index.ts';
import { openThreads } from './aside.ts';
import { type GroundOpening, type OpenGround, openGround } from './ground.ts';
import { ROUTES } from './routes.ts';
import { startWorkers } from './workers.ts';

export interface Opening extends GroundOpening {
  now(): Date;
  /** SMTP server and sender of letters; without it notices are only shown. */
  readonly mail?: { readonly url: string; readonly from: string };
  /** Address people open, where it is not the one the server listens on. */
  readonly home?: string;
}

export interface App {
  readonly database: OpenDatabase;
  readonly files: Files;
  /** Where the embedded database keeps its data, when it is the one used. */
  readonly where?: OpenGround['where'];
  /** Listens and gives the address people open. Port 0 takes a free one. */
  listen(port: number, host?: string): Promise<string>;
  close(): Promise<void>;
}

const STAGES = [ooxml, sheet, word, formula, org, scheme, collect, review, evaluate, report];

/** Throws the problems of the embedded database and of migrations; then nothing is left running. */
export async function openApp(opening: Opening): Promise<App> {
  const { log, now } = opening;
  const ground = await openGround(opening);
  const closing: (() => Promise<unknown>)[] = [ground.close];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const database = await openDatabase(ground.owner, ground.secret);
    closing.push(() => database.close());
    const sealing = keepSealing(database.db, now, (error) => tellFault(log, 'audit.seal.failed', error));
    closing.push(() => sealing.stop());
    const postman = opening.mail === undefined ? undefined : openPostman(opening.mail.url, opening.mail.from);
    if (postman !== undefined) closing.push(async () => postman.close());
    const { files, filesDir, where } = ground;
    const { scanner } = opening;
    const beside = { address: database.address, filesDir, ...(scanner === undefined ? {} : { scanner }) };
    const aside = openThreads(beside, (error) => tellFault(log, 'aside.lost', error));
    closing.push(() => aside.close());
    const listen = async (port: number, host = '127.0.0.1'): Promise<string> => {
      const server = await serve({ database, aside, files, log, now, host });
      closing.push(() => server.close());
      const address = await server.listen({ port, host });
      const failed = (error: unknown) => tellFault(log, 'job.failed', error);
      const workers = await startWorkers({ db: database.db, postman, home: opening.home ?? address, now, failed });
      closing.push(() => workers.stop());
      return address;
    };
    return { database, files, ...(where === undefined ? {} : { where }), listen, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Serving extends Pick<Opening, 'log' | 'now'> {
  readonly database: OpenDatabase;
  readonly aside: Aside;
  readonly files: Files;
  readonly host: string;
}

const serve = ({ database: { db, pool }, aside, files, log, now, host }: Serving): Promise<FastifyInstance> =>
  openServer({
    db,
    pool,
    aside,
    files,
    log,
    now,
    routes: ROUTES,
    sentences: { zh: STAGES.map(({ zh }) => zh), en: STAGES.map(({ en }) => en) },
    hosts: ['localhost', '127.0.0.1', '[::1]', host],
    https: false,
  });

const tellFault = ({ stream, level }: LogTo, event: string, error: unknown): void => {
  if (level !== 'silent') stream?.write(`${JSON.stringify({ event, kind: String(error) })}\n`);
};
