/** Every refusal in the form of RFC 9457, with the stable code programs go by and the sentence people read. */
import { STATUS_CODES } from 'node:http';
import { type Finding, Problem, type Say } from '../kernel/index.ts';
import { ServerProblem } from './problems.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

export interface ProblemAnswer {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detail_en: string;
  /** Names the request in the log. */
  readonly instance: string;
  readonly at: Problem['at'];
  readonly data: Problem['data'];
  readonly findings?: readonly Finding[];
}

export interface Tongues {
  readonly zh: Say;
  readonly en: Say;
}

export function sayProblem(problem: Problem, { zh, en }: Tongues, request: string): ProblemAnswer {
  const { code, status, at, data, findings } = problem as Problem & { readonly findings?: readonly Finding[] };
  return {
    type: `urn:luzhi:problem:${code}`,
    title: STATUS_CODES[status] ?? code,
    status,
    code,
    detail: zh(problem),
    detail_en: en(problem),
    instance: `urn:uuid:${request}`,
    at,
    data,
    ...(findings === undefined ? {} : { findings }),
  };
}

interface Thrown {
  readonly code?: unknown;
  readonly statusCode?: unknown;
  /** Of errors of the system: `connect`, `open`. */
  readonly syscall?: unknown;
  readonly message?: unknown;
}

/** What was thrown as a problem; undefined for a bug, which is logged and shown to nobody. */
export function problemOf(error: unknown, bodyMost: number): Problem | undefined {
  if (error instanceof Problem) return error;
  const thrown = (error ?? {}) as Thrown;
  if (isAway(thrown)) return ServerProblem.databaseAway({});
  const { code, statusCode } = thrown;
  if (typeof code === 'string' && FULL.has(code)) return ServerProblem.diskFull({});
  if (typeof code === 'string' && UNSTORABLE.has(code)) return ServerProblem.textUnstorable({});
  if (typeof statusCode !== 'number' || statusCode >= 500) return undefined;
  if (statusCode === 404) return ServerProblem.notFound({});
  if (statusCode === 413) return ServerProblem.bodyTooLarge({ most: bodyMost });
  if (statusCode === 415) return ServerProblem.mediaType({});
  return ServerProblem.bodyUnreadable({});
}

/** No room, or nothing may be written: the system's words, and PostgreSQL's. */
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', '53100', '25006']);
/** PostgreSQL: NUL or lone surrogates in a text, or in JSON. */
const UNSTORABLE: ReadonlySet<string> = new Set(['22021', '22P05']);

/**
 * PostgreSQL's classes 08 (connection) and 57P (shutting down), too many connections, the network's own words, and the
 * driver's for a connection that broke, which has no code.
 */
function isAway({ code, syscall, message }: Thrown): boolean {
  if (typeof code !== 'string') return typeof message === 'string' && message.startsWith('Connection terminated');
  if (/^(?:08...|57P0[1-3]|53300)$/.test(code)) return true;
  const onTheNetwork = syscall === 'connect' || syscall === 'read' || syscall === 'write';
  return onTheNetwork && /^(?:ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/.test(code);
}
