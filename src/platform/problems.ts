import { problem, problems } from '../kernel/index.ts';

export const PlatformProblem = problems('platform', {
  secretEmpty: problem<{ file: string }>(),
  databaseNewer: problem<{ migration: string }>(),
  migrationChanged: problem<{ migration: string }>(),
  roleBypasses: problem<{ role: string }>(),
  inputRefused: problem<{ places: readonly string[] }>(2, 400),
  forbidden: problem<{ action: string }>(3, 403),
  keyReused: problem<{ key: string }>(3, 409),
  asideLost: problem<Record<never, never>>(3, 503),
});
