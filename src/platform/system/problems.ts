import { problem, problems } from '../../kernel/index.ts';

export const SystemProblem = problems('system', {
  backupUnderWay: problem<Record<string, never>>(3, 409),
  backupMissing: problem<{ name: string }>(3, 404),
  /** A backup holds every tenant; one administrator of several takes none away. */
  severalTenants: problem<{ count: number }>(3, 403),
});
