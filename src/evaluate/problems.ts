import { problem, problems } from '../kernel/index.ts';

export const EvaluateProblem = problems('evaluate', {
  /** Also for units whose results may not be seen. */
  unitMissing: problem<{ unit: string }>(3, 404),
  itemMissing: problem<{ item: string }>(3, 404),
});
