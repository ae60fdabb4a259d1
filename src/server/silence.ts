/** Nothing moves on a connection while its answer is made: that silence is ours, and no reason to cut it off. */
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Limits } from './limits.ts';

export function bearOwnSilence(app: FastifyInstance, { answerMs, idleMs }: Limits): void {
  app.addHook('preHandler', async ({ raw: { socket } }) => {
    if (socket instanceof Socket) socket.setTimeout(answerMs);
  });
  // Who does not fetch what they asked for is silent themselves.
  app.addHook('onSend', async ({ raw: { socket } }) => {
    if (socket instanceof Socket) socket.setTimeout(idleMs);
  });
}
