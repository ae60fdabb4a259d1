/** Submitting, approving, accepting, returning, locking: one action each, all by the table of steps. */
import Type from 'typebox';
import { loadRound, lockTask, type RoundContext, raiseRevision, type Task } from '../collect/index.ts';
import { type Action, action, civilDay, type Tx, type Who } from '../platform/index.ts';
import { authorsOf, decide, markReturned, pointAtLatest, type ReturnedField } from './decisions.store.ts';
import { accountsAt, tell } from './notices.store.ts';
import { mayTakeStep } from './policy.ts';
import { ReviewProblem } from './problems.ts';
import { refuseWhileChecksStand } from './standing-checks.ts';
import { type Step, stepOf, type Verdict } from './steps.ts';

const Reason = Type.String({ minLength: 2, maxLength: 2_000 });
/** Figures are returned one by one; more than this is a return of the whole. */
const FIELDS_LIMIT = 500;

export const TakeStep = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    task: Type.String({ format: 'uuid' }),
    /** Edition of the task that was looked at. */
    edition: Type.Integer({ minimum: 1 }),
    reason: Type.Optional(Reason),
    fields: Type.Optional(
      Type.Array(
        Type.Object(
          {
            subject: Type.Integer({ minimum: 1 }),
            item: Type.String({ maxLength: 64 }),
            period: Type.String({ maxLength: 64 }),
            reason: Reason,
          },
          { additionalProperties: false },
        ),
        { maxItems: FIELDS_LIMIT },
      ),
    ),
  },
  { additionalProperties: false },
);

export interface Stepped {
  readonly state: string;
  readonly edition: number;
  readonly decision: string;
}

interface Loaded {
  readonly task: Task;
  readonly context: RoundContext;
  readonly step: Step;
}

/** Throws `review.notNow`, `editionMoved`, `ownWork`, `reasonWanted`, and of a submission `checksStand`. */
const takeStep = (verdict: Verdict): Action<typeof TakeStep, Stepped> =>
  action({
    name: `review.task.${verdict}`,
    input: TakeStep,
    async load(tx, { round, task: id }, { who }): Promise<Loaded> {
      const task = await lockTask(tx, who.tenant, round, id);
      const step = stepOf(task.state, verdict);
      if (step === undefined) throw ReviewProblem.notNow({ verdict, state: task.state });
      return { task, step, context: await loadRound(tx, who.tenant, round) };
    },
    may: (who, { task, step, context }) => mayTakeStep(who, step, task, context.round.evaluee),
    async run(tx, { edition, reason, fields = [] }, { task, step, context }, { who, now }) {
      if (edition !== task.edition) throw ReviewProblem.editionMoved({ seen: edition, now: task.edition });
      if (step.reason === true && reason === undefined) throw ReviewProblem.reasonWanted({});
      if (step.notOwn === true && (await isOwnWork(tx, who, task))) throw ReviewProblem.ownWork({ person: who.person });
      if (verdict === 'submit') await refuseWhileChecksStand(tx, task, context);
      await settle(tx, verdict, task, fields, now);
      const made = { verdict, became: step.to, reason, fields, author: who.account, person: who.person, at: now };
      const { decision, edition: raised } = await decide(tx, task, made);
      await tellThoseConcerned(tx, verdict, task, context, reason, now);
      return { state: step.to, edition: raised, decision };
    },
    audit: ({ state }, { task, reason, fields = [] }) => ({
      about: `task ${task}`,
      detail: { state, ...(reason === undefined ? {} : { reason }), fields: fields.length },
    }),
  });

const isOwnWork = async (tx: Tx, who: Who, task: Task): Promise<boolean> =>
  task.submitted_by === who.account || (await authorsOf(tx, task)).has(who.account);

/** What the verdict does to the figures; whatever moves results raises the round's revision. */
async function settle(
  tx: Tx,
  verdict: Verdict,
  task: Task,
  fields: readonly ReturnedField[],
  now: Date,
): Promise<void> {
  if (verdict === 'return') await markReturned(tx, task, fields);
  if (verdict !== 'accept') return;
  await pointAtLatest(tx, task);
  const { tenant, round } = task;
  await raiseRevision(tx, { tenant, round }, 'accept', { task: task.task, unit: task.unit }, now);
}

async function tellThoseConcerned(
  tx: Tx,
  verdict: Verdict,
  task: Task,
  { round }: RoundContext,
  reason: string | undefined,
  now: Date,
): Promise<void> {
  const day = civilDay(now);
  const data = { round: task.round, task: task.task, ...(reason === undefined ? {} : { reason }) };
  const next: Partial<Record<Verdict, () => Promise<readonly string[]>>> = {
    submit: () => accountsAt(tx, task, task.unit, 'approver', day),
    approve: () => accountsAt(tx, { ...task, dept: '' }, round.evaluee, 'office', day),
    return: async () => (task.submitted_by === null ? [] : [task.submitted_by]),
    accept: async () => (task.submitted_by === null ? [] : [task.submitted_by]),
  };
  await tell(tx, task.tenant, (await next[verdict]?.()) ?? [], `task.${verdict}`, data, now);
}

export const submitTask = takeStep('submit');
export const withdrawTask = takeStep('withdraw');
export const approveTask = takeStep('approve');
export const acceptTask = takeStep('accept');
export const returnTask = takeStep('return');
export const lockOneTask = takeStep('lock');
export const unlockTask = takeStep('unlock');
