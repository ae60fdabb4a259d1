/**
 * Before any right to write is asked: who may not see a task is told that it is not there, word for word as of one that
 * never was. Who may see it and not write gets `platform.forbidden`, from every step alike.
 */
import type { Tx, Who } from '../../platform/index.ts';
import { mayOpenTask } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { loadRound, lockTask, type RoundContext, type Task } from './rounds.store.ts';

/** Throws `collect.taskMissing`. */
export function refuseUnseen(who: Who, task: Task, context: RoundContext): void {
  if (!mayOpenTask(who, task, context)) throw CollectProblem.taskMissing({ round: task.round, task: task.task });
}

/** A task held for a deed, with its round, once it is known that it may be seen. Throws `collect.taskMissing`. */
export async function holdTaskSeen(tx: Tx, who: Who, round: string, id: string) {
  const task = await lockTask(tx, who.tenant, round, id);
  const context = await loadRound(tx, who.tenant, round);
  refuseUnseen(who, task, context);
  return { task, context };
}
