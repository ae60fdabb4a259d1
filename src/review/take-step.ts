/** Submitting, approving, accepting, returning, locking: one action each, all by the table of steps. */
import Type from 'typebox';
import { type RoundContext, raiseRevision, type Task } from '../collect/index.ts';
import { type Action, action, type By, type Tx } from '../platform/index.ts';
import { decide, pointAtLatest, pointSubmitted, type ReturnedField } from './decisions.store.ts';
import { FigureKey, type Held, holdTask, mayTry, Reason, stepNow, TaskSeen } from './held-task.ts';
import { markReturned } from './mark-returned.ts';
import { refuseOwnWork } from './own-work.ts';
import { ReviewProblem } from './problems.ts';
import { refuseWhileChecksStand, refuseWhileReturnsStand } from './standing-checks.ts';
import type { Verdict } from './steps.ts';
import { tellThoseConcerned } from './tell-next.ts';

/** Figures are returned one by one; more than this is a return of the whole. */
const FIELDS_LIMIT = 500;

export const TakeStep = Type.Object(
  {
    ...TaskSeen,
    reason: Type.Optional(Reason),
    fields: Type.Optional(
      Type.Array(Type.Object({ ...FigureKey, reason: Reason }, { additionalProperties: false }), {
        maxItems: FIELDS_LIMIT,
      }),
    ),
  },
  { additionalProperties: false },
);

export interface Stepped {
  readonly state: string;
  readonly edition: number;
  readonly decision: string;
}

/**
 * Throws what `stepNow` does, `ownWork` and `ownStep`, `reasonWanted`, `fieldUnknown` and `fieldTwice` of a return, and
 * of a submission `checksStand` and `returnsStand`.
 */
const takeStep = (verdict: Verdict): Action<typeof TakeStep, Stepped> =>
  action({
    name: `review.task.${verdict}`,
    input: TakeStep,
    load: holdTask,
    may: (_, held) => mayTry(held, verdict),
    run: (tx, { edition, reason, fields = [] }, held, by) =>
      takeHeld(tx, verdict, { edition, reason, fields }, held, by),
    audit: ({ state }, { task, reason, fields = [] }) => ({
      about: `task ${task}`,
      detail: { state, ...(reason === undefined ? {} : { reason }), fields: fields.length },
    }),
  });

interface Taking {
  readonly edition: number;
  readonly reason?: string | undefined;
  readonly fields: readonly ReturnedField[];
}

/** The step itself, of a task that is held; also of a pile of them. Throws as the action does. */
export async function takeHeld(
  tx: Tx,
  verdict: Verdict,
  { edition, reason, fields }: Taking,
  held: Held,
  { who, now }: By,
): Promise<Stepped> {
  const { task, context } = held;
  const step = stepNow(held, verdict, edition);
  if (step.reason === true && reason === undefined) throw ReviewProblem.reasonWanted({});
  if (step.notOwn === true) await refuseOwnWork(tx, who, task);
  if (verdict === 'submit') {
    await refuseWhileReturnsStand(tx, task, context);
    await refuseWhileChecksStand(tx, task, context);
  }
  await settle(tx, verdict, task, context, fields, now);
  const made = { verdict, became: step.to, reason, fields, author: who.account, person: who.person, at: now };
  const { decision, edition: raised } = await decide(tx, task, made);
  const about = { task: task.task };
  const news = { of: 'task', verdict, became: step.to, about, ...(reason === undefined ? {} : { reason }) } as const;
  await tellThoseConcerned(tx, news, task, context, now);
  return { state: step.to, edition: raised, decision };
}

/**
 * What the verdict does to the figures; whatever moves results raises the round's revision. A return leaves what was
 * accepted before where it is: scores go on by the accepted figures until others are accepted in their place, while
 * the task shows that it was returned. Else each return would tear a hole into the results of the whole prefecture.
 */
async function settle(
  tx: Tx,
  verdict: Verdict,
  task: Task,
  context: RoundContext,
  fields: readonly ReturnedField[],
  now: Date,
): Promise<void> {
  if (verdict === 'submit') await pointSubmitted(tx, task);
  if (verdict === 'return') await markReturned(tx, task, context, fields);
  if (verdict !== 'accept') return;
  await pointAtLatest(tx, task);
  const { tenant, round } = task;
  await raiseRevision(tx, { tenant, round }, 'accept', { task: task.task, unit: task.unit }, now);
}

export const submitTask = takeStep('submit');
export const withdrawTask = takeStep('withdraw');
export const approveTask = takeStep('approve');
export const acceptTask = takeStep('accept');
export const returnTask = takeStep('return');
export const lockOneTask = takeStep('lock');
export const unlockTask = takeStep('unlock');
