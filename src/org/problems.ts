import { problem, problems } from '../kernel/index.ts';

export const OrgProblem = problems('org', {
  empty: problem<Record<string, never>>(),
  registerColumns: problem<{ file: string; missing: readonly string[] }>(),
});
