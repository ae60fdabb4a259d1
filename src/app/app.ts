/**
 * The composition root: opens the platform, gathers the routes of the stages and joins what the right ones must hear
 * from the left. Nothing else knows all of it.
 */
import { isIPv6 } from 'node:net';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import {
  type Aside,
  auditVerifyRoutes,
  type Files,
  type Heads,
  hasLane,
  type Installation,
  keepSealing,
  lockTotpSecrets,
  type OidcSettings,
  type OpenDatabase,
  openDatabase,
  openOidc,
  openPostman,
  openQueue,
  openVault,
  type Queue,
  systemRoutes,
  type Vault,
} from '../platform/index.ts';
import { type LogTo, openServer } from '../server/index.ts';
import { openThreads } from './aside.ts';
import { type GroundOpening, type OpenGround, openGround } from './ground.ts';
import { ROUTES } from './routes.ts';
import { SENTENCES } from './sentences.ts';
import { VERSION } from './version.ts';
import { freeLeftJobs, startWorkers } from './workers.ts';

export interface Opening extends GroundOpening {
  now(): Date;
  /** SMTP server and sender of letters; without it notices are only shown. */
  readonly mail?: { readonly url: string; readonly from: string };
  /** Where people open the system, if not where the server listens: `https://…` when a TLS proxy stands in front. */
  readonly home?: URL;
  /** Proxies whose `X-Forwarded-For` is believed: addresses, or `10.1.0.0/16`. */
  readonly proxies?: readonly string[];
  /** Opens `/metrics` from elsewhere. */
  readonly metricsToken?: string;
  /** An identity provider people may also sign in by; it sends them back to `home`. */
  readonly oidc?: Omit<OidcSettings, 'redirect'>;
}

export interface App {
  readonly database: OpenDatabase;
  readonly files: Files;
  readonly heads: Heads;
  readonly vault: Vault;
  /** Where the embedded database keeps its data, when it is the one used. */
  readonly where?: OpenGround['where'];
  /** Listens and gives the address people open. Port 0 takes a free one. */
  listen(port: number, host?: string): Promise<string>;
  close(): Promise<void>;
}

/** What `tools/web.mjs` builds. */
const PAGES = path.resolve(import.meta.dirname, '../../web/dist');

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
    const { files, filesDir, heads, where } = ground;
    const failed = (error: unknown) => tellFault(log, 'audit.seal.failed', error);
    const sealing = keepSealing({ db: database.db, heads, now, failed });
    closing.push(() => sealing.stop());
    const postman = opening.mail === undefined ? undefined : openPostman(opening.mail.url, opening.mail.from);
    if (postman !== undefined) closing.push(async () => postman.close());
    const vault = openVault(ground.secret);
    await lockTotpSecrets(database.db, vault);
    const { scanner } = opening;
    const beside = { address: database.address, filesDir, ...(scanner === undefined ? {} : { scanner }) };
    const aside = openThreads(beside, (error) => tellFault(log, 'aside.lost', error));
    closing.push(() => aside.close());
    const actions = ROUTES.map(({ action }) => action);
    const working = { db: database.db, now, failed: (error: unknown) => tellFault(log, 'job.failed', error) };
    const queue = openQueue(working, actions, (action, by, input) =>
      hasLane(action) ? aside.perform(action, by, input) : action.perform({ db: database.db, files, ...by }, input),
    );
    const installation: Installation = {
      version: VERSION,
      ground,
      dataDir: opening.dataDir,
      embedded: where !== undefined,
      mail: postman !== undefined,
      scanner: scanner !== undefined,
      singleSignOn: opening.oidc !== undefined,
    };
    const listen = async (port: number, host = '127.0.0.1'): Promise<string> => {
      const server = await serve({ ...opening, installation, database, aside, queue, files, vault, host });
      closing.push(() => server.close());
      // Whoever holds the folder is alone on the database in it.
      if (where !== undefined) await freeLeftJobs(database.db);
      const address = await server.listen({ port, host });
      const home = opening.home?.origin ?? address;
      const workers = await startWorkers({ ...working, queue, postman, installation, home });
      closing.push(() => workers.stop());
      return address;
    };
    return { database, files, heads, vault, ...(where === undefined ? {} : { where }), listen, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Serving extends Opening {
  readonly database: OpenDatabase;
  readonly aside: Aside;
  readonly queue: Queue;
  readonly files: Files;
  readonly vault: Vault;
  readonly host: string;
  readonly installation: Installation;
}

const BACK = '/api/v1/oidc/back';

function serve({ database: { db, pool }, host, home, oidc, proxies, ...opening }: Serving): Promise<FastifyInstance> {
  const { aside, queue, files, vault, log, now, metricsToken, installation } = opening;
  return openServer({
    db,
    pool,
    aside,
    queue,
    files,
    vault,
    log,
    now,
    metricsToken,
    routes: [...ROUTES, ...auditVerifyRoutes(installation.ground.heads), ...systemRoutes(installation)],
    sentences: SENTENCES,
    hosts: [
      'localhost',
      '127.0.0.1',
      '[::1]',
      isIPv6(host) ? `[${host}]` : host,
      ...(home === undefined ? [] : [home.host]),
    ],
    https: home?.protocol === 'https:',
    trustProxy: proxies,
    ...(oidc === undefined || home === undefined ? {} : { oidc: openOidc({ ...oidc, redirect: home.origin + BACK }) }),
    pages: PAGES,
  });
}

const tellFault = ({ stream, level }: LogTo, event: string, error: unknown): void => {
  if (level !== 'silent') stream?.write(`${JSON.stringify({ event, kind: String(error) })}\n`);
};
