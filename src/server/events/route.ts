/** `GET /api/v1/events`: what changed, as it changes, to those who may know. */
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { PlatformProblem } from '../../platform/index.ts';
import { describe } from '../describe.ts';
import { API, admit, visitorOf } from '../mount.ts';
import { ServerProblem } from '../problems.ts';
import type { Door } from '../visitor.ts';
import type { Streams } from './streams.ts';

const asked = { name: 'collect.changes.follow', writes: false, isUnattended: true };
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Asks proxies of the nginx kind not to gather what should arrive at once.
  'x-accel-buffering': 'no',
  // When the stream ends its connection ends too, so that the reader knows at once.
  connection: 'close',
};

export function mountEvents(app: FastifyInstance, door: Door, streams: Streams): void {
  app.get(`${API}/events`, {
    schema: describe({
      name: asked.name,
      summary: { zh: '轮次的变化，随时推送', en: 'Changes of rounds, as they happen' },
      answers: { 'text/event-stream': Type.String() },
    }),
    onRequest: admit(door, asked),
    handler: async (request, reply) => {
      const visitor = visitorOf(request);
      if (visitor.who.posts.length === 0) throw PlatformProblem.forbidden({ action: asked.name });
      if (!streams.hasRoom(visitor.who)) throw ServerProblem.tooMany({});
      reply.hijack();
      for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...HEADERS })) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.raw.writeHead(200);
      await streams.open(visitor, reply.raw).catch((error: unknown) => {
        request.log.error({ err: error }, 'event stream not opened');
        reply.raw.destroy();
      });
    },
  });
}
