import { problem, problems } from '../kernel/index.ts';

export const ReviewProblem = problems('review', {
  /** `step`: name of the step it waits for; empty where it waits for none. */
  notNow: problem<{ verdict: string; state: string; step: string }>(3, 409),
  /** The round is locked or closed. */
  roundClosed: problem<{ round: string; state: string }>(3, 409),
  /** Someone changed the task since it was looked at. */
  editionMoved: problem<{ seen: number; now: number }>(3, 409),
  ownWork: problem<{ person: string }>(3, 403),
  /** The same person took an earlier step of this passage. */
  ownStep: problem<{ person: string }>(3, 403),
  fieldUnknown: problem<{ item: string; of: string; period: string }>(2, 400),
  fieldTwice: problem<{ item: string; of: string; period: string }>(2, 400),
  returnsStand: problem<{ count: number; items: readonly string[] }>(3, 422),
  /** Stated anew since it was looked at. */
  figureMoved: problem<{ item: string; seen: number; now: number }>(3, 409),
  roundNotNow: problem<{ move: string; state: string }>(3, 409),
  /** With findings. */
  lockChecksStand: problem<{ errors: number }>(3, 422),
  tasksUnfinished: problem<{ count: number; units: readonly string[] }>(3, 422),
  dueEarlier: problem<{ due: string; was: string }>(2, 400),
  reasonWanted: problem<Record<string, never>>(2, 400),
  /** With `findings`. */
  checksStand: problem<{ errors: number; unexplained: number }>(3, 422),
  /** Of a pile passed at once: figures in it ask for a look. */
  notClean: problem<{ figures: number }>(3, 422),
  /** Of what is missing or cannot be read, and of what is no check of the scheme. */
  notExceptable: problem<{ item: string }>(2, 422),
  findingGone: problem<{ item: string }>(3, 409),
  exceptionWaits: problem<{ item: string; person: string }>(3, 409),
  exceptionMissing: problem<{ exception: string }>(3, 404),
  exceptionDecided: problem<{ item: string; person: string }>(3, 409),
  /** A figure it was asked for is another now. */
  exceptionLapsed: problem<{ item: string }>(3, 409),
  ownException: problem<{ person: string }>(3, 403),
  /** Nobody stated the figure, or nobody who fills it holds a post now. */
  nobodyToAsk: problem<{ item: string; of: string }>(3, 404),
  /** Handed in, or through: there is nobody to hurry. `of`: unit and department. */
  notWithFiller: problem<{ of: string }>(3, 409),
  nobodyFills: problem<{ of: string }>(3, 404),
  /** Within a day, by the person named. */
  remindedToday: problem<{ of: string; person: string }>(3, 409),
  wordsWanted: problem<Record<string, never>>(2, 400),
  /** Not asked of this person, or not a question. */
  questionMissing: problem<Record<string, never>>(3, 404),
  answerWanted: problem<Record<string, never>>(2, 400),
  wordsTooLong: problem<{ length: number; most: number }>(2, 400),
  nothingFilled: problem<Record<string, never>>(3, 422),
});
