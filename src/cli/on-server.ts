/** A running system asked over HTTP with a token: thin, what it answers is what it is. */

import Type from 'typebox';
import { Check } from 'typebox/value';
import type { Finding } from '../kernel/index.ts';
import type { Invocation } from './command.ts';
import { CliProblem } from './problems.ts';
import { sayable } from './say.ts';

export const SERVER_OPTIONS = { server: { type: 'string' }, token: { type: 'string' } } as const;
export const SERVER_USAGE = '[--server URL] [--token T]';

/** As long as the server gives a request, and a little. */
const PATIENCE_MS = 150_000;

export interface Server {
  get<T>(path: string): Promise<T>;
  file(path: string): Promise<Uint8Array>;
  send<T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T>;
  /** Files a content and gives its hash. */
  upload(content: Uint8Array): Promise<string>;
}

/** Below a round of the server, each part of the path as it stands in an address. */
export const inRound = (round: string, ...parts: readonly string[]): string =>
  `/${['rounds', round, ...parts].map(encodeURIComponent).join('/')}`;

/**
 * By `--server` and `--token`, else LUZHI_SERVER and LUZHI_TOKEN. Throws `cli.serverWanted`, `serverUnreadable`; asked,
 * the server throws `cli.serverAway`, `serverStrange`, and `serverRefused` with its code, sentences and findings.
 */
export function openServer({ text }: Invocation): Server {
  const server = text('server') ?? process.env.LUZHI_SERVER;
  const token = text('token') ?? process.env.LUZHI_TOKEN;
  if (server === undefined || server === '') throw CliProblem.serverWanted({ missing: '--server' });
  if (token === undefined || token === '') throw CliProblem.serverWanted({ missing: '--token' });
  if (!/^https?:\/\/[^/?#\s]+\/?$/.test(server) || !URL.canParse(server))
    throw CliProblem.serverUnreadable({ given: server });
  // A header holds one line of plain signs; anything else is no token of ours.
  if (!/^[\w-]{1,200}$/.test(token)) throw CliProblem.serverWanted({ missing: '--token luzhi_…' });
  const ask = async (method: string, path: string, type?: string, body?: string | Uint8Array): Promise<Response> => {
    const answer = await fetch(`${server.replace(/\/$/, '')}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
      // The token goes to the server that was named, and to no other.
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    }).catch((error: Error & { cause?: { code?: string; message?: string } }) => {
      throw CliProblem.serverAway({ server, fault: error.cause?.code ?? error.cause?.message ?? error.name });
    });
    if (!answer.ok) throw await refused(server, answer);
    return answer;
  };
  const json = async <T>(answer: Response): Promise<T> =>
    (answer.json() as Promise<T>).catch(() => {
      throw CliProblem.serverStrange({ server, status: answer.status });
    });
  return {
    get: async (path) => json(await ask('GET', path)),
    file: async (path) => new Uint8Array(await (await ask('GET', path)).arrayBuffer()),
    send: async (method, path, body) => json(await ask(method, path, 'application/json', JSON.stringify(body))),
    async upload(content) {
      const filed = await ask('POST', '/files', 'application/octet-stream', content);
      return (await json<{ readonly sha256: string }>(filed)).sha256;
    },
  };
}

const Refusal = Type.Object({ code: Type.String(), detail: Type.String(), detail_en: Type.String() });

async function refused(server: string, answer: Response): Promise<Error> {
  const { status } = answer;
  const told: unknown = await answer.json().catch(() => undefined);
  if (!Check(Refusal, told)) return CliProblem.serverStrange({ server, status });
  const { code, detail, detail_en: detailEn } = told;
  const findings = ((told as { findings?: readonly Finding[] }).findings ?? []).map(sayable);
  return Object.assign(CliProblem.serverRefused({ status, code, detail, detailEn }), { findings });
}
