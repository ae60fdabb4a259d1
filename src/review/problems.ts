import { problem, problems } from '../kernel/index.ts';

export const ReviewProblem = problems('review', {
  notNow: problem<{ verdict: string; state: string }>(3, 409),
  /** Someone changed the task since it was looked at. */
  editionMoved: problem<{ seen: number; now: number }>(3, 409),
  ownWork: problem<{ person: string }>(3, 403),
  reasonWanted: problem<Record<string, never>>(2, 400),
  /** With `findings`. */
  checksStand: problem<{ errors: number; unexplained: number }>(3, 422),
  nothingFilled: problem<Record<string, never>>(3, 422),
});
