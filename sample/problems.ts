import { problem, problems } from '../src/kernel/index.ts';

export const SampleProblem = problems('sample', {
  notEmpty: problem<{ dir: string }>(3),
  notWritable: problem<{ dir: string; fault: string }>(3),
});
