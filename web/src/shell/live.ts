/** What changes in a round is told by the server as it happens; what was asked about the round is then asked again. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { askAgain } from './asking.ts';

interface Moved {
  readonly round: string;
  readonly revision: string;
}
/** The first change is asked for at once; what comes right after it, one save of forty cells, is asked for together. */
const GATHERED_MS = 150;

export function useLive(isSignedIn: boolean): void {
  const cache = useQueryClient();
  const known = useRef(new Map<string, string>());
  useEffect(() => {
    if (!isSignedIn) return;
    const rounds = new Set<string>();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const askMoved = (): void => {
      waiting = undefined;
      if (rounds.size === 0) return;
      const paths = [...rounds].map((each) => `/rounds/${each}`);
      rounds.clear();
      void askAgain(cache, ...paths, '/notices');
      waiting = setTimeout(askMoved, GATHERED_MS);
    };
    const stream = new EventSource('/api/v1/events');
    stream.addEventListener('revision', ({ data }: MessageEvent<string>) => {
      const { round, revision } = JSON.parse(data) as Moved;
      const before = known.current.get(round);
      known.current.set(round, revision);
      // The stream begins by saying where each round stands.
      if (before === undefined || before === revision) return;
      rounds.add(round);
      if (waiting === undefined) askMoved();
    });
    // A stream that is refused for good: the sign-in has ended, or rights were taken. Any question tells which.
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) void askAgain(cache, '/rounds', '/notices');
    });
    return () => {
      clearTimeout(waiting);
      stream.close();
    };
  }, [isSignedIn, cache]);
}
