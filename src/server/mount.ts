/** Routes of the stages on the server: the visitor is known, the request translated, the action performed, its answer given. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Asked, type Download, type Files, hasLane, type Route, refuseUnsent } from '../platform/index.ts';
import { describeRoute, JSON_TYPE } from './describe.ts';
import { etagOf, expectedEdition, isHeld } from './edition.ts';
import { KEY_MOST } from './limits.ts';
import { ServerProblem } from './problems.ts';
import { joinInput } from './translate.ts';
import { type AskedOf, type Door, knowVisitor, type Visitor } from './visitor.ts';

export const API = '/api/v1';

declare module 'fastify' {
  interface FastifyRequest {
    /** Known from `onRequest` on, on every route that asks for a sign-in. */
    visitor: Visitor | undefined;
  }
}

export function mountRoutes(app: FastifyInstance, door: Door, files: Files, routes: readonly Route[]): void {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: API + route.path,
      schema: describeRoute(route),
      onRequest: admit(door, route.action),
      handler: (request, reply) => answer(door, files, route, request, reply),
    });
  }
}

export const admit =
  (door: Door, asked: AskedOf) =>
  async (request: FastifyRequest): Promise<void> => {
    request.visitor = await knowVisitor(door, request, asked);
  };

export function visitorOf({ visitor }: FastifyRequest): Visitor {
  if (visitor === undefined) throw ServerProblem.signInFirst({});
  return visitor;
}

async function answer(
  { db, now, aside, queue }: Door,
  files: Files,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { who } = visitorOf(request);
  const key = keyOf(request);
  const by = { db, files, who, now: now(), ...(key === undefined ? {} : { key }) };
  const { action } = route;
  const input = inputOf(route, request);
  if (route.names !== 'kept') await refuseUnsent(db, who, input);
  reply.code(route.status ?? 200);
  const waits = queue !== undefined && action.queued === true;
  const beside = !waits && aside !== undefined && hasLane(action);
  if (beside && route.edition === undefined && route.file === undefined && route.status !== 204)
    return reply.type(JSON_TYPE).send(Buffer.from((await aside.print(action, by, input)).buffer));
  const out = await (waits
    ? queue.perform(action, by, input)
    : beside
      ? aside.perform(action, by, input)
      : action.perform(by, input));
  if (route.edition !== undefined) {
    const etag = etagOf(route.edition.of(out));
    reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (route.method === 'GET' && isHeld(request.headers['if-none-match'], etag)) return reply.code(304).send();
  }
  if (route.status === 204) return reply.send();
  return route.file === undefined ? (out ?? null) : sendFile(reply, await route.file(out));
}

function inputOf({ method, action, input, edition }: Route, request: FastifyRequest): unknown {
  const { params, query, body } = request as unknown as Asked;
  const asked = { params, query, body };
  const given = input === undefined ? joinInput(action.input, asked, method === 'GET') : input(asked);
  const expected = edition?.expected === undefined ? undefined : expectedEdition(request.headers['if-match']);
  if (expected === undefined || edition?.expected === undefined) return given;
  const named = (given as Readonly<Record<string, unknown>>)[edition.expected];
  if (named !== undefined && named !== expected) throw ServerProblem.editionsDiffer({ header: expected });
  return { ...(given as object), [edition.expected]: expected };
}

/** Throws `server.keyUnreadable`. */
function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]+$/.test(key) || key.length > KEY_MOST)
    throw ServerProblem.keyUnreadable({ most: KEY_MOST });
  return key;
}

const RUNS_NOTHING = "default-src 'none'; sandbox";

/**
 * To be saved and not shown, unless the stage knows its bytes to be of a kind that runs nothing: what people upload may be
 * a page of its own. Shown or not, it is never guessed at (nosniff), runs nothing; what is shown stands in frames of ours alone.
 */
const sendFile = (reply: FastifyReply, { name, type, content, shown = false }: Download): FastifyReply =>
  reply
    .header(
      'content-disposition',
      `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, percent)}`,
    )
    .header('content-security-policy', shown ? `${RUNS_NOTHING}; frame-ancestors 'self'` : RUNS_NOTHING)
    .type(type)
    .send(content instanceof Readable ? content : Buffer.from(content.buffer, content.byteOffset, content.byteLength));

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
