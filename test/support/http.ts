/**
 * A person at the HTTP door, as a browser would be: cookie and code are kept, and every answer is held against the
 * server's own interface description.
 */
import type { FastifyInstance, InjectOptions } from 'fastify';
import { Compile, type Validator } from 'typebox/schema';
import { expect } from 'vitest';

export const API = '/api/v1';
export const HOST = 'luzhi.test';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of all shapes.
  readonly body: any;
  readonly headers: Readonly<Record<string, string | number | string[] | undefined>>;
  readonly bytes: Buffer;
}

export interface Client {
  readonly headers: Readonly<Record<string, string>>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  delete(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

interface Login {
  readonly login: string;
  readonly password: string;
  readonly tenant?: number;
  readonly person?: string;
  readonly pin?: string;
}

/** Paths are those below `/api/v1`; a body of bytes goes as a file. */
export async function signedIn(server: FastifyInstance, login: Login): Promise<Client> {
  const { status, body, headers } = await stranger(server).post('/session', login);
  expect(status, JSON.stringify(body)).toBe(201);
  return withHeaders(server, { cookie: String(headers['set-cookie']).split(';')[0] ?? '', 'x-csrf-token': body.csrf });
}

export const withToken = (server: FastifyInstance, token: string): Client =>
  withHeaders(server, { authorization: `Bearer ${token}` });

export const stranger = (server: FastifyInstance): Client => withHeaders(server, {});

export function withHeaders(server: FastifyInstance, own: Record<string, string>): Client {
  const ask =
    (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') =>
    async (path: string, body?: unknown, more: Record<string, string> = {}): Promise<Answer> => {
      const bytes = body instanceof Uint8Array;
      const asked: InjectOptions = {
        method,
        url: API + path,
        headers: { host: HOST, ...own, ...(bytes ? { 'content-type': 'application/octet-stream' } : {}), ...more },
      };
      if (body !== undefined) asked.payload = bytes ? Buffer.from(body) : (body as object);
      const { statusCode: status, headers, rawPayload, payload } = await server.inject(asked);
      const isJson = /json/.test(String(headers['content-type'] ?? ''));
      const answer = { status, headers, bytes: rawPayload, body: isJson ? JSON.parse(payload) : payload };
      holdAgainst(await describedBy(server), method, path, answer);
      return answer;
    };
  const [get, post, put, patch, del] = [ask('GET'), ask('POST'), ask('PUT'), ask('PATCH'), ask('DELETE')];
  return { headers: own, get: (path, headers) => get(path, undefined, headers), post, put, patch, delete: del };
}

interface Described {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  /** What its shapes refer to. */
  readonly components: object;
}
const known = new WeakMap<FastifyInstance, Promise<Description>>();
const compiled = new WeakMap<object, Validator>();

function describedBy(server: FastifyInstance): Promise<Description> {
  const asked = known.get(server) ?? readDescription(server);
  known.set(server, asked);
  return asked;
}

async function readDescription(server: FastifyInstance): Promise<Description> {
  const { payload } = await server.inject({ url: `${API}/openapi.json`, headers: { host: HOST } });
  return JSON.parse(payload) as Description;
}

/** The answer has a status and a shape the description names. */
function holdAgainst(description: Description, method: string, path: string, answer: Answer): void {
  const { paths, components } = description;
  const { status, body, headers } = answer;
  const [bare = ''] = (API + path).split('?');
  const matching = Object.keys(paths).filter((one) => matches(one, bare));
  const exact = matching.find((one) => !one.includes('{')) ?? matching[0];
  const told = exact === undefined ? undefined : paths[exact]?.[method.toLowerCase()];
  if (told === undefined || status === 304) return;
  const response = told.responses[status] ?? (status >= 400 ? told.responses.default : undefined);
  expect(response, `${method} ${path} answers ${status}, which is not described`).toBeDefined();
  const [type = ''] = String(headers['content-type'] ?? '').split(';');
  const shape = response?.content?.[type]?.schema;
  if (shape === undefined || !/json$/.test(type)) return;
  const validator = compiled.get(shape) ?? Compile({ ...shape, components });
  compiled.set(shape, validator);
  if (validator.Check(body)) return;
  const [, errors] = validator.Errors(body);
  const places = errors.slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`);
  expect.unreachable(`${method} ${path} is not as described: ${places.join('; ')}`);
}

const matches = (described: string, path: string): boolean => {
  const [a, b] = [described.split('/'), path.split('/')];
  return a.length === b.length && a.every((word, at) => word.startsWith('{') || word === b[at]);
};
