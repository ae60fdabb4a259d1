import { problem, problems } from '../kernel/index.ts';

export const CollectProblem = problems('collect', {
  pathMissing: problem<{ path: string }>(),
  pathUnreadable: problem<{ path: string; fault: string }>(),
  /** A folder without a workbook or table, or none that could be used. */
  nothingUsable: problem<{ path: string }>(),
  csvColumns: problem<{ file: string; missing: readonly string[] }>(),
  fileKind: problem<{ file: string }>(),
  tooLarge: problem<{ path: string; megabytes: number; limit: number }>(),
  roundMissing: problem<{ round: string }>(3, 404),
  roundTaken: problem<{ round: string }>(3, 409),
  dueBeforeOpening: problem<{ opens: string; due: string }>(2, 400),
  /** Also for tasks that may not be seen. */
  taskMissing: problem<{ round: string; task: string }>(3, 404),
  workbookAstray: problem<{ file: string; of: string }>(),
  planStale: problem<{ file: string }>(3, 409),
  /** 已锁定 or 已结束. */
  roundClosed: problem<{ round: string; state: string }>(3, 409),
  taskClosed: problem<{ state: string }>(3, 409),
  notAccepted: problem<{ unit: string; item: string }>(3, 404),
  figureMoved: problem<{ item: string; is: string }>(3, 409),
  correctionRefused: problem<{ item: string; typed: string }>(2, 400),
});
