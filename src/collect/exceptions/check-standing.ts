/** What the checks say of a task as it stands, with the exceptions that were granted and what it said when it was handed in. */
import type { Finding } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type Figures, pairsOf } from '../check/checked.ts';
import { formerReasons, type HandedInAt } from '../check/former-reasons.ts';
import { checkTask } from '../check/index.ts';
import type { Submission } from '../contract.ts';
import { loadSubmission } from '../entry/answers.store.ts';
import { readHandedIn } from '../entry/handed-in.ts';
import type { RoundContext, Task } from '../round/rounds.store.ts';
import { type HeldException, listExceptions } from './exceptions.store.ts';
import { withGrants } from './granted.ts';

export interface Standing {
  readonly submission: Omit<Submission, 'findings'>;
  /** What the checks looked at. */
  readonly figures: () => Figures;
  readonly exceptions: readonly HeldException[];
  readonly handedIn: HandedInAt;
  readonly findings: readonly Finding[];
}

export async function checkStanding(
  tx: Tx,
  task: Pick<Task, 'tenant' | 'round' | 'task' | 'state' | 'submitted_at'>,
  { scheme, register }: Pick<RoundContext, 'scheme' | 'register'>,
): Promise<Standing> {
  const { tenant, round } = task;
  const of = { tenant, round, task: task.task };
  const submission = await loadSubmission(tx, of, { scheme, register });
  const exceptions = await listExceptions(tx, of, register);
  const figures = (): Figures => ({ pairs: pairsOf(scheme, submission, 'all') });
  const handedIn = await readHandedIn(tx, task, { scheme, register }, submission);
  const found = [...checkTask(scheme, submission), ...formerReasons(figures().pairs, handedIn)];
  const findings = exceptions.length === 0 ? found : withGrants(found, exceptions, figures());
  return { submission, figures, exceptions, handedIn, findings };
}
