/**
 * A route only translates: path, query and body become the input of an action, and what the action gives becomes the
 * answer. Stages list theirs in `routes.ts`; the server mounts them. Nothing here knows HTTP libraries, so that
 * stages need not import the server.
 */
import type { Readable } from 'node:stream';
import type { TSchema } from 'typebox';
import type { Action } from './action.ts';

/** What a request asked, before any schema has looked at it. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown;
}

/** An answer that is saved as a file. */
export interface Download {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  /** Piece by piece where it may be larger than memory. */
  readonly content: Uint8Array | Readable;
  /** Shown in place by a browser, where its bytes are of a kind that runs nothing; saved otherwise. */
  readonly shown?: boolean;
}

export interface Route<S extends TSchema = TSchema, Out = unknown> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, parameters as `:round`. */
  readonly path: string;
  readonly action: Action<S, Out>;
  /** One line for the interface description. */
  readonly summary: { readonly zh: string; readonly en: string };
  /**
   * Where the input does not come field by field. By default path parameters are joined with the query (GET) or the
   * body (all others), words of path and query being read as the numbers and truths the action's input asks for.
   */
  input?(asked: Asked): unknown;
  /**
   * `kept`: a hash in its input names a content the system keeps, under the action's own right. Without it, a hash stands
   * for a content the visitor sent before, and is refused where they did not.
   */
  readonly names?: 'kept';
  /** 200 unless told. */
  readonly status?: number;
  /** What the answer looks like, for the interface description; tests hold answers against it. */
  readonly answer?: TSchema;
  /**
   * The answer's edition becomes its ETag, and `If-None-Match` is answered with 304. With `expected`, `If-Match`
   * becomes that field of the input, which the action compares with what is stored.
   */
  readonly edition?: { of(out: Out): number | bigint; readonly expected?: string };
  /** The answer as a file; may take its time, as the transaction is over. */
  file?(out: Out): Download | Promise<Download>;
}

/** Throws for a GET that writes: what only looks must be repeatable by anyone's browser. */
export function route<S extends TSchema, Out>(parts: Route<S, Out>): Route {
  if (parts.method === 'GET' && parts.action.writes) throw new Error(`GET ${parts.path} writes`);
  return parts as unknown as Route;
}
