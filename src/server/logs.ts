/**
 * The log of a running server: one JSON object a line, of which JSON escapes every line break, so no request can write
 * a line of its own. It names routes, never addresses, queries, bodies, headers or people; of an error its kind and
 * where it happened, since messages of a database quote values.
 */
import type { FastifyServerOptions } from 'fastify';

export interface LogTo {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Standard output unless told. */
  readonly stream?: { write(line: string): void };
}

const FRAMES = 12;

export function plainError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { code } = error as { code?: unknown };
  return {
    kind: error.name,
    ...(typeof code === 'string' && /^\w{1,40}$/.test(code) ? { code } : {}),
    at: frames.slice(0, FRAMES).map((line) => line.trim()),
  };
}

export const logOptions = ({ level, stream }: LogTo): Exclude<FastifyServerOptions['logger'], boolean | undefined> => ({
  level,
  base: { name: 'luzhi' },
  ...(stream === undefined ? {} : { stream }),
  serializers: { err: plainError as never, req: () => ({}) as never, res: () => ({}) as never },
});
