import { problem, problems } from '../kernel/index.ts';

export const CollectProblem = problems('collect', {
  pathMissing: problem<{ path: string }>(),
  pathUnreadable: problem<{ path: string; fault: string }>(),
  /** A folder without a workbook or table, or none that could be used. */
  nothingUsable: problem<{ path: string }>(),
  csvColumns: problem<{ file: string; missing: readonly string[] }>(),
  fileKind: problem<{ file: string }>(),
  tooLarge: problem<{ path: string; megabytes: number; limit: number }>(),
});
