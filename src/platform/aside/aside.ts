/**
 * Work that takes longer than other people may wait, done on threads beside the one that answers: an evaluation of
 * one to two seconds on it would hold up everybody's entry. A thread begins when something is asked of it, keeps in
 * memory what its stages keep, and ends when nothing was asked of it for a time, which gives its memory back.
 */
import type { TSchema } from 'typebox';
import type { Action, Lane, Performing } from '../action/action.ts';
import { PlatformProblem } from '../problems.ts';
import { startThread, type Thread } from './thread.ts';

/** Longer than a person reads before the next question; an office that has gone home holds no memory. */
const REST_MS = 600_000;

export interface Aside {
  /**
   * The action with its lane, performed there: same transaction, right, audit row and answer. Throws what it throws, and
   * `platform.asideLost` when the thread ended in the middle: a write is then done whole or not at all, and its
   * Idempotency-Key tells which.
   */
  perform<Out>(
    action: Action<TSchema, Out> & { readonly lane: Lane },
    performing: Pick<Performing, 'who' | 'now' | 'key'>,
    input: unknown,
  ): Promise<Out>;
  /**
   * The same, its answer as the bytes of its JSON: ten thousand cells are written there and cross as they are, where a copy
   * of each would hold up the thread that answers.
   */
  print(
    action: Action & { readonly lane: Lane },
    performing: Pick<Performing, 'who' | 'now' | 'key'>,
    input: unknown,
  ): Promise<Uint8Array>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

export interface AsideOpening {
  /** Module that calls `serveAside`. */
  readonly entry: URL;
  /** What it opens its database and files by; copied. */
  readonly ground: unknown;
  readonly restMs?: number;
  /** A thread that ended by itself. */
  failed(error: unknown): void;
}

export function openAside({ entry, ground, restMs = REST_MS, failed }: AsideOpening): Aside {
  const threads = new Map<Lane, Thread>();
  const rests = new Map<Lane, NodeJS.Timeout>();
  const ending = new Set<Promise<void>>();
  let closed = false;

  function begin(lane: Lane): Thread {
    const thread = startThread(lane, entry, ground, (error) => {
      if (threads.get(lane) === thread) threads.delete(lane);
      failed(error);
    });
    threads.set(lane, thread);
    return thread;
  }

  /** Who asks from now on begins another. */
  function end(lane: Lane): void {
    const thread = threads.get(lane);
    threads.delete(lane);
    if (thread === undefined) return;
    const gone = thread.end().finally(() => ending.delete(gone));
    ending.add(gone);
  }

  const asking =
    (printed: boolean): Aside['perform'] =>
    async ({ name, lane }, { who, now, key }, input) => {
      if (closed) throw PlatformProblem.asideLost({});
      clearTimeout(rests.get(lane));
      const thread = threads.get(lane) ?? begin(lane);
      try {
        return (await thread.ask({ name, who, now, ...(key === undefined ? {} : { key }), input, printed })) as never;
      } finally {
        if (!closed && thread.waiting === 0 && threads.get(lane) === thread) {
          clearTimeout(rests.get(lane));
          rests.set(lane, setTimeout(end, restMs, lane).unref());
        }
      }
    };

  return {
    perform: asking(false),
    print: asking(true) as Aside['print'],
    async close() {
      closed = true;
      for (const rest of rests.values()) clearTimeout(rest);
      for (const lane of threads.keys()) end(lane);
      await Promise.all(ending);
    },
  };
}
