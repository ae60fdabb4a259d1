/** What one may see of another round of the year that asks the same unit or department. */
import type { Tx, Who } from '../../platform/index.ts';
import { mayOpenTask } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { loadRound, type RoundContext, type Task } from './rounds.store.ts';
import { findTwin, roundsBeside } from './rounds-beside.store.ts';

export interface Twin {
  readonly twin: Task;
  readonly there: RoundContext;
}

/** Undefined where that round asks nothing of them, or the task there may not be seen. */
export async function openTwin(tx: Tx, who: Who, task: Task, round: string): Promise<Twin | undefined> {
  const twin = await findTwin(tx, task, round);
  if (twin === undefined) return undefined;
  const there = await loadRound(tx, task.tenant, round);
  return mayOpenTask(who, twin, there) ? { twin, there } : undefined;
}

/** Throws `collect.roundMissing` for a round that is not beside this one. */
export async function loadBeside(tx: Tx, { round }: Pick<RoundContext, 'round'>, from: string) {
  const beside = (await roundsBeside(tx, round)).find((each) => each.round === from);
  if (beside === undefined) throw CollectProblem.roundMissing({ round: from });
  return beside;
}
