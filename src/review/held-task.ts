/** A task held for a deed: what the deed names, what stands now, and whether the verdict is a step of this person's. */
import Type from 'typebox';
import {
  loadRound,
  lockTask,
  mayOpenTask,
  type RoundContext,
  refuseUnseen,
  type Task,
  wayOfTask,
} from '../collect/index.ts';
import type { Tx, Who } from '../platform/index.ts';
import { mayTakeStep } from './policy.ts';
import { ReviewProblem } from './problems.ts';
import { standingNow } from './standing-posts.store.ts';
import { type Step, stepsFrom, type Verdict } from './steps.ts';

export const Reason = Type.String({ minLength: 2, maxLength: 2_000 });

export const FigureKey = {
  subject: Type.Integer({ minimum: 1 }),
  item: Type.String({ maxLength: 64 }),
  period: Type.String({ maxLength: 64 }),
};

export const TaskSeen = {
  round: Type.String({ maxLength: 64 }),
  task: Type.String({ format: 'uuid' }),
  /** Edition of the task that was looked at. */
  edition: Type.Integer({ minimum: 1 }),
};

/** A task held, with the round as it stands after that, and the person with the posts that stand now. */
export interface Held {
  readonly task: Task;
  readonly context: RoundContext;
  readonly standing: Who;
}

export async function holdTask(
  tx: Tx,
  { round, task: id }: { readonly round: string; readonly task: string },
  { who, now }: { readonly who: Who; readonly now: Date },
): Promise<Held> {
  const task = await lockTask(tx, who.tenant, round, id);
  const context = await loadRound(tx, who.tenant, round);
  const standing = await standingNow(tx, who, now);
  // Posts that ended since take no step, and are told so; they are no secret from whoever held them.
  refuseUnseen(who, task, context);
  return { task, context, standing };
}

/** The steps of a verdict from the task's state that this person may take, best first: the scheme's own before the office's. */
const stepsOpenTo = ({ task, context, standing }: Held, verdict: Verdict): readonly Step[] =>
  stepsFrom(wayOfTask(context, task), task.state).filter(
    (step) => step.verdict === verdict && mayTakeStep(standing, step, task, context),
  );

/** Where the verdict is no step from the task's state, whoever may look is told so; else a step has to be theirs. */
export const mayTry = (held: Held, verdict: Verdict): boolean => {
  const { task, context, standing } = held;
  const isStep = stepsFrom(wayOfTask(context, task), task.state).some((step) => step.verdict === verdict);
  return isStep ? stepsOpenTo(held, verdict).length > 0 : mayOpenTask(standing, task, context);
};

/** Throws `review.roundClosed`, `review.notNow`, `review.editionMoved`. */
export function stepNow(held: Held, verdict: Verdict, edition: number): Step {
  const { task, context } = held;
  const { name, state } = context.round;
  if (state !== 'collecting') throw ReviewProblem.roundClosed({ round: name, state });
  const [step] = stepsOpenTo(held, verdict);
  if (step === undefined) throw ReviewProblem.notNow({ verdict, ...stateOf(held) });
  if (edition !== task.edition) throw ReviewProblem.editionMoved({ seen: edition, now: task.edition });
  return step;
}

const stateOf = ({ task, context }: Held): { readonly state: string; readonly step: string } => ({
  state: task.state,
  step: wayOfTask(context, task).steps.find(({ code }) => code === task.state)?.name ?? '',
});
