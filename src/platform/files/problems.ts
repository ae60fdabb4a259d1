import { problem, problems } from '../../kernel/index.ts';

export const FilesProblem = problems('files', {
  missing: problem<{ sha256: string }>(3, 404),
  damaged: problem<{ sha256: string }>(3, 500),
  /** `fault` as the system names it: ENOSPC, EROFS, EACCES. */
  notKept: problem<{ fault: string }>(3, 507),
});
