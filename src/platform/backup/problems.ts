import { problem, problems } from '../../kernel/index.ts';

export const BackupProblem = problems('backup', {
  notWritten: problem<{ file: string; fault: string }>(),
  unreadable: problem<{ file: string }>(),
  /** `entry`: the table or the file at which it was seen. */
  damaged: problem<{ entry: string }>(),
  newer: problem<{ migration: string }>(),
  notEmpty: problem<{ what: string }>(),
  roleSeesPart: problem<Record<string, never>>(),
});
