/** For those who run the system: whether it lives, whether it can work, and how it does. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Db } from '../platform/index.ts';
import { describe, JSON_TYPE } from './describe.ts';
import { METRICS_TYPE, type Metrics } from './metrics.ts';
import { ServerProblem } from './problems.ts';
import { isDatabaseReady } from './ready.store.ts';
import { isSame } from './visitor.ts';

const Fine = Type.Object({ status: Type.Literal('ok') });
const answers = { [JSON_TYPE]: Fine };
const FINE = { status: 'ok' };

/** Probes ask by address, not by name, and learn nothing. */
export const PROBES: ReadonlySet<string> = new Set(['/healthz', '/readyz']);

export interface Operating {
  readonly db: Db;
  readonly metrics: Metrics;
  /** Absent: metrics are given to this machine alone. */
  readonly metricsToken?: string | undefined;
  streams(): number;
}

export function mountOperator(app: FastifyInstance, { db, metrics, metricsToken, streams }: Operating): void {
  app.get('/healthz', {
    schema: describe({
      name: 'server.healthz',
      summary: { zh: '是否在运行', en: 'Whether it runs' },
      open: true,
      answers,
    }),
    handler: async () => FINE,
  });
  app.get('/readyz', {
    schema: describe({
      name: 'server.readyz',
      summary: { zh: '数据库是否应答', en: 'Whether the database answers' },
      open: true,
      answers,
    }),
    handler: async () => {
      if (!(await isDatabaseReady(db))) throw ServerProblem.databaseAway({});
      return FINE;
    },
  });
  app.get('/metrics', {
    schema: describe({
      name: 'server.metrics',
      summary: { zh: '运行指标，只供运维', en: 'Metrics, for the operator' },
      open: true,
      answers: { [METRICS_TYPE]: Type.String() },
    }),
    handler: async (request, reply) => {
      if (!isOperator(request, metricsToken)) throw ServerProblem.operatorOnly({});
      return reply.type(METRICS_TYPE).serializer(String).send(metrics.print(streams()));
    },
  });
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** Through a proxy on this machine everybody comes from this machine: then only the token counts. */
function isOperator({ headers, socket }: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined && isSame(headers.authorization ?? '', `Bearer ${token}`)) return true;
  return LOOPBACK.has(socket.remoteAddress ?? '') && FORWARDED.every((name) => headers[name] === undefined);
}
