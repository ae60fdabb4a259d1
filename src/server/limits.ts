/** What one client may take, so that others still get theirs. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** From the first byte of a request to the end of its headers: who drips headers is cut off. */
  readonly headersMs: number;
  /** From the first byte of a request to its last; long enough for a full upload over a slow office line. */
  readonly requestMs: number;
  /** A connection on which nothing moves. */
  readonly idleMs: number;
  /** The same while an answer is made: a report on a slow machine that does other work as well. */
  readonly answerMs: number;
  readonly connections: number;
  readonly bodyBytes: number;
  readonly uploadBytes: number;
  /** Each writes to the disk while it comes. */
  readonly uploadsAtOnce: number;
  /** One office shares an address: enough for all of it, too few to guess with. */
  readonly signInsPerMinute: number;
  readonly streams: number;
  readonly streamsOfAccount: number;
  /** Keeps a stream open through proxies that close silent connections. */
  readonly heartbeatMs: number;
}

export const LIMITS: Limits = {
  headersMs: 10_000,
  requestMs: 120_000,
  idleMs: 60_000,
  answerMs: 300_000,
  connections: 10_000,
  bodyBytes: 4_000_000,
  uploadBytes: 50_000_000,
  uploadsAtOnce: 8,
  signInsPerMinute: 60,
  streams: 2_000,
  streamsOfAccount: 20,
  heartbeatMs: 25_000,
};

/** How often Node looks for connections over their time. */
export const CONNECTION_CHECK_MS = 1_000;
/** Of an Idempotency-Key, in characters. */
export const KEY_MOST = 200;
/** How long `/readyz` waits for the database. */
export const READY_MS = 2_000;
