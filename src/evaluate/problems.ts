import { problem, problems } from '../kernel/index.ts';

export const EvaluateProblem = problems('evaluate', {
  /** Also for units whose results may not be seen. */
  unitMissing: problem<{ unit: string }>(3, 404),
  itemMissing: problem<{ item: string }>(3, 404),
  /** Also for leaves of units whose results may not be seen. */
  leafMissing: problem<{ unit: string; indicator: string }>(3, 404),
  /** Typed, counted, or read before contents were kept. */
  workbookMissing: problem<{ item: string }>(3, 404),
  /** `results.json` of last year that is none. */
  lastYearUnreadable: problem<{ file: string }>(3, 400),
  lastYearDiffers: problem<{ file: string; year: number; wanted: number }>(3, 400),
  pointsOutside: problem<{ points: string; of: string; decimals: number }>(2, 400),
  /** `computed` empty: 系统测算 is undecided. */
  reasonWanted: problem<{ points: string; computed: string }>(2, 400),
  scoreMoved: problem<{ points: string; person: string }>(3, 409),
  /** 已锁定 or 已结束. */
  roundClosed: problem<{ round: string; state: string }>(3, 409),
  scoreVerified: problem<{ indicator: string }>(3, 409),
  /** With findings. */
  supposeRefused: problem<{ count: number }>(2, 400),
  ownScore: problem<{ person: string }>(3, 403),
  /** Counties without a verified score for every leaf; `unit` is the first. */
  notVerified: problem<{ count: number; unit: string }>(3, 409),
});
