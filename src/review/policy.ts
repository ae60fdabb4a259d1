/** Who may move a task on: by the post the step names, in the unit and department the task is of. */
import type { Task } from '../collect/index.ts';
import { holds, reaches, type Who } from '../platform/index.ts';
import { type Doer, type Step, stepsFrom } from './steps.ts';

const isDoer = (who: Who, doer: Doer, { unit, dept }: Pick<Task, 'unit' | 'dept'>, evaluee: number): boolean =>
  doer === 'office' ? holds(who, ['office'], evaluee) && reaches(who, unit) : holds(who, [doer], unit, dept);

export const mayTakeStep = (who: Who, { by }: Step, task: Pick<Task, 'unit' | 'dept'>, evaluee: number): boolean =>
  by.some((doer) => isDoer(who, doer, task, evaluee));

/** Whether anything about the task waits for this person now. */
export const waitsFor = (who: Who, task: Pick<Task, 'unit' | 'dept' | 'state'>, evaluee: number): boolean =>
  stepsFrom(task.state).some((step) => step.verdict !== 'withdraw' && mayTakeStep(who, step, task, evaluee));

export const mayLookAtTask = (who: Who, { unit, dept }: Pick<Task, 'unit' | 'dept'>): boolean =>
  reaches(who, unit) &&
  (holds(who, ['office', 'verifier', 'reader']) || holds(who, ['reporter', 'approver'], unit, dept));
