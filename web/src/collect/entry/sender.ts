/**
 * Takes what was typed to the server, one batch at a time. A batch whose answer was lost goes again under the same key,
 * so that nothing is written twice; while nobody answers, or nobody is signed in, it waits.
 */
import type { SavedFigures } from '../../../../src/collect/replies.ts';
import { newKey, Refused, tell } from '../../shell/api.ts';

export type Outcome = SavedFigures['outcomes'][number];

export interface Sent<Answer> {
  readonly answers: readonly Answer[];
  readonly keys: readonly string[];
}

export type Standing =
  | { readonly is: 'idle' | 'sending' | 'offline' | 'signedOut' }
  /** The server will not take it as things stand: the task moved on, the round was locked, a right was taken away. */
  | { readonly is: 'stopped'; readonly why: Refused };

interface Given<Answer> {
  readonly path: string;
  /** What waits, at most as much as one request takes. */
  gather(): Sent<Answer> | undefined;
  arrived(sent: Sent<Answer>, outcomes: readonly Outcome[], edition: number): void;
  stands(standing: Standing): void;
}

/** After leaving a cell. */
const LEAVING_MS = 400;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000];
/** The server is there and cannot answer now. */
const PASSING: ReadonlySet<number> = new Set([0, 408, 429, 500, 502, 503, 504]);

export interface Sender {
  /** Something waits. */
  wake(): void;
  /** At once: the network is back, somebody signed in, the page is left. */
  hurry(): void;
}

export function openSender<Answer>({ path, gather, arrived, stands }: Given<Answer>): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  let held: { readonly key: string; readonly sent: Sent<Answer> } | undefined;
  let tried = 0;

  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void send(), ms);
  };
  async function send(): Promise<void> {
    if (isSending) return;
    const sent = held?.sent ?? gather();
    if (sent === undefined) return stands({ is: 'idle' });
    held ??= { key: newKey(), sent };
    isSending = true;
    stands({ is: 'sending' });
    try {
      const body = { answers: sent.answers };
      const { outcomes, edition } = await tell<SavedFigures>({ method: 'POST', path, body, key: held.key });
      held = undefined;
      tried = 0;
      isSending = false;
      arrived(sent, outcomes, edition);
      await send();
    } catch (error) {
      isSending = false;
      wait(error);
    }
  }
  function wait(error: unknown): void {
    if (!(error instanceof Refused)) throw error;
    if (error.status === 401) {
      stands({ is: 'signedOut' });
      return;
    }
    if (PASSING.has(error.status)) {
      stands({ is: 'offline' });
      later(RETRY_MS[Math.min(tried, RETRY_MS.length - 1)] ?? 0);
      tried += 1;
      return;
    }
    held = undefined;
    stands({ is: 'stopped', why: error });
  }
  return {
    wake: () => later(LEAVING_MS),
    hurry: () => later(0),
  };
}
