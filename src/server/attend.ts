/**
 * What happens around every request, whatever its route: the name it came by is one of ours, it has a number, it is
 * counted and logged, nobody keeps its answer unasked, and a refusal has one form.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Problem } from '../kernel/index.ts';
import { isKnownHost } from './hosts.ts';
import type { Metrics } from './metrics.ts';
import { PROBES } from './operator-routes.ts';
import { asksForPage, sendPage } from './pages.ts';
import { PROBLEM_TYPE, problemOf, sayProblem, type Tongues } from './problem-answer.ts';
import { ServerProblem } from './problems.ts';

/** What somebody who tries doors leaves: who cannot sign in, may not, comes by another name, or asks too often. */
const GUARDED: ReadonlySet<number> = new Set([401, 403, 421, 423, 429]);

/** The account by its number: who that is stands in the database alone. */
const refused = ({ method, routeOptions, visitor }: FastifyRequest, { code, status }: Problem): object => ({
  method,
  route: routeOptions.url ?? 'unknown',
  status,
  code,
  ...(visitor === undefined ? {} : { account: visitor.who.account }),
});

interface Attending {
  readonly hosts: readonly string[];
  readonly bodyBytes: number;
  readonly tongues: Tongues;
  readonly metrics: Metrics;
}

export function attendRequests(app: FastifyInstance, { hosts, bodyBytes, tongues, metrics }: Attending): void {
  app.setErrorHandler((error, request, reply) => {
    const known = problemOf(error, request.routeOptions.bodyLimit ?? bodyBytes);
    if (known === undefined || known.status > 500) request.log.error({ err: error }, 'request failed');
    const problem = known ?? ServerProblem.bug({});
    if (GUARDED.has(problem.status)) request.log.warn(refused(request, problem), 'refused');
    if (problem.status === 429 || problem.status === 503) reply.header('retry-after', 60);
    return reply
      .code(problem.status)
      .type(PROBLEM_TYPE)
      .send(sayProblem(problem, tongues, request.id));
  });
  app.setNotFoundHandler((request, reply) => {
    if (asksForPage(app, request)) return sendPage(reply);
    throw ServerProblem.notFound({});
  });

  app.decorateRequest('visitor', undefined);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (!PROBES.has(request.routeOptions.url ?? '') && !isKnownHost(hosts, request.headers.host))
      throw ServerProblem.hostUnknown({});
  });
  app.addHook('onSend', async (_, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const { elapsedTime: ms } = reply;
    metrics.count(request.method, route, reply.statusCode, ms / 1_000);
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(ms) }, 'answered');
  });
}
