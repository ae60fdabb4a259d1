/**
 * Locking, unlocking and closing a round, each with its reason. A locked round takes no entry and no step of a task;
 * its tasks keep their states, so that unlocking gives back exactly what was. What turns out wrong after the lock goes
 * the way of corrections (`report.correct`), which states the figure anew with basis and consent.
 */
import Type from 'typebox';
import { holdTasks, loadRound, raiseRevision, roundNow, setRoundState, type Task } from '../../collect/index.ts';
import { type Finding, isError } from '../../kernel/index.ts';
import { type Action, action, civilDay, type Tx, type Who } from '../../platform/index.ts';
import { Reason } from '../held-task.ts';
import { accountsAt, tell } from '../notices/notices.store.ts';
import { mayKeepRound } from '../policy.ts';
import { ReviewProblem } from '../problems.ts';
import { standingNow } from '../standing-posts.store.ts';

type Move = 'lock' | 'unlock' | 'close';
type RoundState = 'collecting' | 'locked' | 'closed';

/** Closed is the end: the year is over, and nothing of it is opened again. */
const MOVES: Readonly<Record<Move, { readonly from: RoundState; readonly to: RoundState }>> = {
  lock: { from: 'collecting', to: 'locked' },
  unlock: { from: 'locked', to: 'collecting' },
  close: { from: 'locked', to: 'closed' },
};
/** Names a sentence can hold. */
const NAMED = 5;

const MoveRound = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    reason: Reason,
    /** Of a lock: tasks that are not accepted yet stay behind, knowingly. */
    unfinished: Type.Optional(Type.Boolean()),
    /** Of a lock: errors its checks find stay, knowingly. */
    unresolved: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

export interface Moved {
  readonly round: string;
  readonly state: RoundState;
  readonly unfinished: number;
  /** Of a lock: what the scheme's checks found in what is locked. */
  readonly findings: readonly Finding[];
}

/** What the scheme's checks of the lock find in the accepted answers; they need totals, which this stage has not. */
export type FindAtLock = (tx: Tx, who: Who, round: string) => Promise<readonly Finding[]>;

/** Throws `review.roundNotNow`, and of a lock `review.tasksUnfinished` and `review.lockChecksStand` with the findings. */
const moveRound = (move: Move, findAtLock: FindAtLock = async () => []): Action<typeof MoveRound, Moved> =>
  action({
    name: `review.round.${move}`,
    ...(move === 'lock' ? { lane: 'long' as const } : {}),
    input: MoveRound,
    load: async (tx, { round }, { who, now }) => ({
      context: await loadRound(tx, who.tenant, round),
      standing: await standingNow(tx, who, now),
    }),
    may: (_, { context, standing }) => mayKeepRound(standing, context),
    async run(tx, { round, reason, unfinished: leave = false, unresolved = false }, { context }, { who, now }) {
      // Whoever is saving now is waited for, and finds the round locked after that: nothing slips in beside the lock.
      const tasks = await holdTasks(tx, who.tenant, round);
      const { state } = await roundNow(tx, { tenant: who.tenant, round });
      const { from, to } = MOVES[move];
      if (state !== from) throw ReviewProblem.roundNotNow({ move, state });
      const open = tasks.filter(isUnfinished);
      if (move === 'lock' && open.length > 0 && !leave) {
        const names = [...new Set(open.map(({ unit }) => context.register.unitOf(unit)?.name ?? ''))];
        throw ReviewProblem.tasksUnfinished({ count: open.length, units: names.slice(0, NAMED) });
      }
      const findings = await findAtLock(tx, who, round);
      const errors = findings.filter(isError).length;
      if (errors > 0 && !unresolved) throw Object.assign(ReviewProblem.lockChecksStand({ errors }), { findings });
      await setRoundState(tx, who.tenant, round, to);
      const about = { reason, person: who.person, unfinished: open.length, errors };
      await raiseRevision(tx, { tenant: who.tenant, round }, move, about, now);
      await tell(tx, who.tenant, await fillersOf(tx, tasks, now), `round.${move}`, { round, reason }, now);
      return { round, state: to, unfinished: open.length, findings };
    },
    audit: ({ state, unfinished, findings }, { round, reason }) => ({
      about: `round ${round}`,
      detail: { state, reason, unfinished, errors: findings.filter(isError).length },
    }),
  });

/** Everyone who fills a task of the round, once. */
async function fillersOf(tx: Tx, tasks: readonly Task[], now: Date): Promise<readonly string[]> {
  const accounts = new Set<string>();
  for (const task of tasks)
    for (const account of await accountsAt(tx, task, task.unit, 'reporter', civilDay(now))) accounts.add(account);
  return [...accounts];
}

const isUnfinished = ({ state }: Task): boolean => state !== 'accepted' && state !== 'locked';

/** Its route is mounted by the stage that can evaluate what is locked. */
export const lockRoundAfter = (findAtLock: FindAtLock) => moveRound('lock', findAtLock);
export const unlockRound = moveRound('unlock');
export const closeRound = moveRound('close');
