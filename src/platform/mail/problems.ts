import { problem, problems } from '../../kernel/index.ts';

export const MailProblem = problems('mail', {
  settings: problem<Record<string, never>>(2, 500),
  /** `status`: the answer of the mail server. */
  refused: problem<{ status: number }>(3, 502),
  away: problem<{ fault: string }>(3, 503),
});
