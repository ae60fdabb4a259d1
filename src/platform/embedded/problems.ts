import { problem, problems } from '../../kernel/index.ts';

/** Megabytes are whole numbers of 2^20 bytes. */
export const EmbeddedProblem = problems('platform.embedded', {
  held: problem<{ folder: string; pid: number; host: string; since: string }>(3, 409),
  folderRefused: problem<{ folder: string; fault: string }>(),
  binariesMissing: problem<{ package: string }>(),
  noRoom: problem<{ folder: string; free: number; needed: number }>(3, 507),
  noUser: problem<{ tried: readonly string[] }>(),
  noAccount: problem<{ uid: number }>(),
  ownedByOther: problem<{ folder: string; owner: string; user: string }>(),
  /** `database`: the one the data folder names. */
  databaseMissing: problem<{ folder: string; database: string }>(),
  databaseOfOther: problem<{ folder: string; database: string; other: string }>(3, 409),
  unreachable: problem<{ folder: string; user: string }>(),
  socketFolder: problem<{ folder: string; fault: string }>(),
  otherVersion: problem<{ folder: string; found: string; wanted: string }>(),
  notStarted: problem<{ log: string; fault: string }>(),
});
