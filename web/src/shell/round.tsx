/** The round one works in: named in the address, so that a link opens the same year; the newest where it names none. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { RoundList } from '../../../src/collect/replies.ts';
import { useAsk } from './asking.ts';

export type RoundShown = RoundList[number];

export interface Rounds {
  /** Undefined while it is asked, and where no round was opened yet. */
  readonly round: RoundShown | undefined;
  readonly rounds: readonly RoundShown[];
  readonly isKnown: boolean;
  turnTo(code: string): void;
}

export function useRounds(): Rounds {
  const { round: asked } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const { data, isFetched } = useAsk<RoundList>('/rounds');
  const rounds = data ?? [];
  return {
    rounds,
    round: rounds.find(({ round }) => round === asked) ?? rounds[0],
    isKnown: isFetched,
    turnTo: (code) => void navigate({ to: '.', search: (before) => ({ ...before, round: code }) }),
  };
}

/** Screens below the frame are shown once rounds are known; where none is open yet, the frame says so. */
export class NoRound extends Error {}

export function useRound(): RoundShown {
  const { round } = useRounds();
  if (round === undefined) throw new NoRound('no round is open');
  return round;
}
