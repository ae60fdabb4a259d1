/** Who may move a task on: by the post the step names, in the unit and department it names. */
import {
  mayFillRow,
  type Place,
  type RoundContext,
  sitsAbove,
  sitsAt,
  type Task,
  wayOfTask,
} from '../collect/index.ts';
import { byOnePost, holds, reaches, type Who } from '../platform/index.ts';
import { type Step, stepsFrom } from './steps.ts';

export function mayTakeStep(who: Who, { by }: Pick<Step, 'by'>, task: Place, context: RoundContext): boolean {
  if (by === 'filler') return holds(who, ['reporter'], task.unit, task.dept);
  if (by === 'office') return mayKeepTask(who, task.unit, context);
  return sitsAt(who, by, task, context);
}

/** Whether the task waits for this person now: to be submitted, or for the step they take. */
export const waitsFor = (who: Who, task: Place & Pick<Task, 'state'>, context: RoundContext): boolean =>
  stepsFrom(wayOfTask(context, task), task.state).some(
    (step) => (step.verdict === 'submit' || typeof step.by === 'object') && mayTakeStep(who, step, task, context),
  );

/** Whether a verdict of this person's is waited for: a step of the scheme that they take. */
export const waitsForVerdict = (who: Who, task: Place & Pick<Task, 'state'>, context: RoundContext): boolean =>
  stepsFrom(wayOfTask(context, task), task.state).some(
    (step) => typeof step.by === 'object' && mayTakeStep(who, step, task, context),
  );

/** The office of the evaluee keeps the calendar: it locks, unlocks and closes the round, and extends what is due. */
export const mayKeepRound = (who: Who, { round }: RoundContext): boolean => holds(who, ['office'], round.evaluee);
export const mayKeepTask = (who: Who, unit: number, context: RoundContext): boolean =>
  byOnePost(who, (alone) => mayKeepRound(alone, context) && reaches(alone, unit));

/** Who may state the figure may say that it is true. `by`: the department that files it. */
export const mayAskException = (who: Who, task: Place, by: string | undefined): boolean => mayFillRow(who, task, by);

/** Whose scheme it is, of all units: a county's own people never let its own figures pass. */
export const mayDecideExceptions = (who: Who, { register }: Pick<RoundContext, 'register'>): boolean =>
  holds(who, ['schemeAdmin'], register.numberOf(register.tree.root.code));

/** Who reads a figure and judges, verifies or answers for it may ask its filler to look again; who fills asks themselves. */
export const mayAskFillers = (who: Who): boolean => holds(who, ['office', 'approver', 'verifier', 'reader']);
/** The office, verifiers and leaders above it, and whoever takes a step of its task. */
export const mayAskOf = (who: Who, task: Place, context: RoundContext): boolean =>
  byOnePost(
    who,
    (alone) =>
      (reaches(alone, task.unit) && sitsAbove(alone, ['office', 'verifier', 'reader'], task.unit, context.register)) ||
      wayOfTask(context, task).steps.some((step) => sitsAt(alone, step, task, context)),
  );
