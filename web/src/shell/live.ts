/**
 * What changes in a round is told by the server as it happens; what was asked about the round is then asked again. A step
 * of a task moves no result by itself: only tasks, and what waits for whom, are asked again.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { askAgain } from './asking.ts';

interface Moved {
  readonly round: string;
  readonly revision: string;
}
interface Stepped {
  readonly round: string;
}
/** What a step of a task changes of its round. */
const OF_STEPS = ['tasks', 'inbox', 'queue'];
/** The first change is asked for at once; what comes right after it, one save of forty cells, is asked for together. */
const GATHERED_MS = 150;

export function useLive(isSignedIn: boolean): void {
  const cache = useQueryClient();
  const known = useRef(new Map<string, string>());
  useEffect(() => {
    if (!isSignedIn) return;
    const paths = new Set<string>();
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const askMoved = (): void => {
      waiting = undefined;
      if (paths.size === 0) return;
      void askAgain(cache, ...paths, '/notices');
      paths.clear();
      waiting = setTimeout(askMoved, GATHERED_MS);
    };
    const moved = (...below: readonly string[]): void => {
      for (const path of below) paths.add(path);
      if (waiting === undefined) askMoved();
    };
    const stepped = (round: string): void => moved(...OF_STEPS.map((path) => `/rounds/${round}/${path}`));
    const stream = new EventSource('/api/v1/events');
    stream.addEventListener('revision', ({ data }: MessageEvent<string>) => {
      const { round, revision } = JSON.parse(data) as Moved;
      const before = known.current.get(round);
      known.current.set(round, revision);
      // The stream begins by saying where each round stands.
      if (before === undefined || before === revision) return;
      moved(`/rounds/${round}`);
    });
    stream.addEventListener('step', ({ data }: MessageEvent<string>) => stepped((JSON.parse(data) as Stepped).round));
    // Steps while nobody listened are not said again.
    let isBack = false;
    stream.addEventListener('open', () => {
      if (isBack) for (const round of known.current.keys()) stepped(round);
      isBack = true;
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
