/**
 * The HTTP door. It knows no stage: routes come in, problems go out in one form, and what every request needs (who,
 * limits, headers, log, metrics) stands here once.
 */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance, type FastifyReply, LogController } from 'fastify';
import type pg from 'pg';
import { type Sentences, sayWith } from '../kernel/index.ts';
import {
  accessRoutes,
  type Files,
  newId,
  type Oidc,
  messages as platformMessages,
  type Route,
  toJson,
} from '../platform/index.ts';
import { attendRequests } from './attend.ts';
import { sessionCookie } from './cookies.ts';
import { listen } from './events/listen.ts';
import { mountEvents } from './events/route.ts';
import { Streams } from './events/streams.ts';
import { CONNECTION_CHECK_MS, LIMITS, type Limits } from './limits.ts';
import { type LogTo, logOptions } from './logs.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';
import { Metrics } from './metrics.ts';
import { mountRoutes } from './mount.ts';
import { mountOidc } from './oidc-routes.ts';
import { mountDescription, openApi } from './openapi.ts';
import { mountOperator } from './operator-routes.ts';
import { mountPages } from './pages.ts';
import { PROBLEM_TYPE, sayProblem } from './problem-answer.ts';
import { ServerProblem } from './problems.ts';
import { mountSession, sessionLists } from './session-routes.ts';
import { bearOwnSilence } from './silence.ts';
import { answerUnreadable } from './unreadable.ts';
import { uploadPlugin } from './upload-route.ts';
import type { Door } from './visitor.ts';

export interface Opening extends Door {
  readonly pool: pg.Pool;
  readonly files: Files;
  readonly routes: readonly Route[];
  /** Of the stages whose routes these are; those of the platform and the door are known. */
  readonly sentences: { readonly zh: readonly Sentences[]; readonly en: readonly Sentences[] };
  readonly log: LogTo;
  /** Who asks `/metrics` from another machine shows it as a bearer token. */
  readonly metricsToken?: string | undefined;
  /** Where people may also sign in by an identity provider. */
  readonly oidc?: Oidc | undefined;
  /** Addresses of proxies whose `X-Forwarded-For` is believed; none unless told. */
  readonly trustProxy?: readonly string[] | undefined;
  readonly limits?: Limits;
  /** Where the built workbench lies; without it there is the interface alone. */
  readonly pages?: string | undefined;
}

/** Ready to be asked with `inject`, or to `listen`; `close` lets running requests finish and ends event streams. */
export async function openServer(opening: Opening): Promise<FastifyInstance> {
  const { db, pool, files, routes, sentences, log, limits = LIMITS, trustProxy, metricsToken } = opening;
  const tongues = {
    zh: sayWith(zh, platformMessages.zh, ...sentences.zh),
    en: sayWith(en, platformMessages.en, ...sentences.en),
  };
  const app: FastifyInstance = Fastify({
    logger: logOptions(log),
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    requestIdHeader: false,
    trustProxy: trustProxy === undefined ? false : [...trustProxy],
    bodyLimit: limits.bodyBytes,
    connectionTimeout: limits.idleMs,
    requestTimeout: limits.requestMs,
    http: { headersTimeout: limits.headersMs, connectionsCheckingInterval: CONNECTION_CHECK_MS },
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    frameworkErrors: (_, request, reply) => {
      const answer = sayProblem(ServerProblem.requestUnreadable({}), tongues, request.id);
      (reply as FastifyReply).code(answer.status).type(PROBLEM_TYPE).send(toJson(answer));
    },
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket, tongues),
  });
  app.server.maxConnections = limits.connections;
  // Input is held against the action's schema, by the action: one verdict for HTTP, command line and jobs.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => toJson);
  app.setReplySerializer(toJson);
  app.removeContentTypeParser('text/plain');

  const metrics = new Metrics(pool);
  const streams = new Streams(db, limits, (error) => app.log.error({ err: error }, 'events not told'));

  bearOwnSilence(app, limits);
  attendRequests(app, { hosts: opening.hosts, bodyBytes: limits.bodyBytes, tongues, metrics });

  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    hsts: opening.https,
  });
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => ServerProblem.tooMany({}) });
  await app.register(swagger, openApi(sessionCookie(opening)));

  mountOperator(app, { db, metrics, metricsToken, streams: () => streams.size });
  mountSession(app, opening, files, limits);
  if (opening.oidc !== undefined) mountOidc(app, opening, opening.oidc, limits);
  mountRoutes(app, opening, files, [...sessionLists, ...accessRoutes(opening.vault), ...routes]);
  mountEvents(app, opening, streams);
  await app.register(uploadPlugin(opening, files, limits));
  mountDescription(app);
  await mountPages(app, opening.pages);

  const listening = listen(pool.options, {
    heard: (told) => streams.heard(told),
    ended: (account) => streams.ended(account),
    missed: () => streams.missed(),
  });
  app.addHook('preClose', async () => {
    await listening.close();
    await streams.close();
    metrics.close();
  });
  await app.ready();
  return app;
}

const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // The workbench's parts carry their styles with them; scripts come from files of ours alone.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};
