/**
 * The scheme's administrator grants an exception or refuses it, with a reason. It is decided once and by another person
 * than who asked or filled in; a grant counts while the figures are those it was asked for.
 */
import Type from 'typebox';
import {
  addExceptionDecision,
  checkStanding,
  findException,
  loadRound,
  lockTask,
  type RoundContext,
  roundNow,
  stillStands,
  type Task,
  touchTask,
} from '../../collect/index.ts';
import type { ItemCode } from '../../kernel/index.ts';
import { action, type By, type Tx, type Who, widened } from '../../platform/index.ts';
import { authorsOf } from '../decisions.store.ts';
import { Reason } from '../held-task.ts';
import { tell } from '../notices/notices.store.ts';
import { mayDecideExceptions } from '../policy.ts';
import { ReviewProblem } from '../problems.ts';
import { standingNow } from '../standing-posts.store.ts';

const DecideException = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    exception: Type.String({ format: 'uuid' }),
    grant: Type.Boolean(),
    reason: Reason,
  },
  { additionalProperties: false },
);

interface Decided {
  readonly granted: boolean;
  readonly task: string;
}

/**
 * Throws `review.exceptionMissing`, `exceptionDecided`, `exceptionLapsed` where a figure has changed, `ownException`, and
 * `roundClosed`.
 */
export const decideException = action({
  name: 'review.exception.decide',
  input: DecideException,
  load: async (tx, { round }, { who, now }) => ({
    context: await loadRound(tx, who.tenant, round),
    standing: await standingNow(tx, who, now),
  }),
  may: (_, { context, standing }) => mayDecideExceptions(standing, context),
  // Administrators reach no figures; of those it was asked for they see what the request shows.
  run: (tx, input, { context }, by) => widened(tx, by.who, () => decideHeld(tx, input, context, by)),
  audit: ({ task, granted }, { exception, reason }) => ({
    about: `task ${task}`,
    detail: { exception, granted, reason },
  }),
});

async function decideHeld(
  tx: Tx,
  {
    exception,
    grant: granted,
    reason,
  }: { readonly exception: string; readonly grant: boolean; readonly reason: string },
  context: RoundContext,
  { who, now }: By,
): Promise<Decided> {
  const { tenant, round } = context.round;
  const asked = await findException(tx, { tenant, round, exception });
  if (asked === undefined) throw ReviewProblem.exceptionMissing({ exception });
  const task = await lockTask(tx, tenant, round, asked.task);
  const { name, state } = await roundNow(tx, task);
  if (state !== 'collecting') throw ReviewProblem.roundClosed({ round: name, state });
  const { exceptions, figures } = await checkStanding(tx, task, context);
  const held = exceptions.find((each) => each.exception === exception);
  const item = context.scheme.items.get(asked.item as ItemCode)?.name ?? asked.item;
  if (held === undefined) throw ReviewProblem.exceptionMissing({ exception });
  if (held.decision !== null) throw ReviewProblem.exceptionDecided({ item, person: held.decision.person });
  await refuseOwn(tx, who, task, held.author);
  if (!stillStands(held, figures())) throw ReviewProblem.exceptionLapsed({ item });
  await addExceptionDecision(tx, task, held, { granted, reason }, { author: who.account, person: who.person, at: now });
  const unit = context.register.unitOf(task.unit)?.name ?? '';
  const about = { round, task: task.task, subject: held.subject, item: held.item, unit, name: item, reason };
  await tell(tx, tenant, [held.author], granted ? 'exception.grant' : 'exception.refuse', about, now);
  touchTask(tx, task, now);
  return { granted, task: task.task };
}

/** Throws `review.ownException`. */
async function refuseOwn(tx: Tx, who: Who, task: Task, author: string): Promise<void> {
  const isOwn = author === who.account || (await authorsOf(tx, task, undefined)).has(who.account);
  if (isOwn) throw ReviewProblem.ownException({ person: who.person });
}
