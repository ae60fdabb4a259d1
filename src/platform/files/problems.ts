import { problem, problems } from '../../kernel/index.ts';

export const FilesProblem = problems('files', {
  missing: problem<{ sha256: string }>(3, 404),
  damaged: problem<{ sha256: string }>(3, 500),
  tooLarge: problem<{ most: number }>(3, 413),
  unclean: problem<{ said: string }>(3, 422),
  /** `fault`: how the scanner ended. */
  scannerFailed: problem<{ fault: string }>(3, 503),
  /** `fault` as the system names it: ENOSPC, EROFS, EACCES. */
  notKept: problem<{ fault: string }>(3, 507),
});
