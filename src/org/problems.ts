import { problem, problems } from '../kernel/index.ts';

export const OrgProblem = problems('org', {
  empty: problem<Record<string, never>>(),
  registerColumns: problem<{ file: string; missing: readonly string[] }>(),
  registerRefused: problem<{ faults: number }>(),
  unitUnreadable: problem<{ row: number; code: string; kind: string }>(),
});
