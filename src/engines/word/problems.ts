import { problem, problems } from '../../kernel/index.ts';

export const WordProblem = problems('word', {
  trackedChanges: problem<{ file: string; count: number }>(),
  noBody: problem<{ file: string }>(),
});
