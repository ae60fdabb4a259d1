/**
 * The evaluation of a round, kept in memory and made again when the round's revision has moved for more than words: whoever asks gets
 * what is accepted by now. Two processes on one database agree, because the revision lies there.
 */
import { sql } from 'kysely';
import {
  type AcceptedAnswers,
  loadAccepted,
  loadRound,
  type RoundContext,
  type Submission,
} from '../../collect/index.ts';
import { type Tx, type Who, widened } from '../../platform/index.ts';
import { type Evaluated, evaluate } from '../evaluate.ts';
import { withInherited } from '../inherited.ts';
import { movedSince } from './changes.store.ts';
import { type LookBack, lookBack } from './look-back.ts';

export interface RoundEvaluation extends RoundContext {
  readonly revision: bigint;
  /** Revision of last year's round, where figures of merged units come from it. */
  readonly before: bigint | undefined;
  readonly submission: Submission;
  /** What the submission was made of. */
  readonly accepted: AcceptedAnswers;
  readonly evaluation: Evaluated;
}

/** Rounds a process keeps; a prefecture has two at once. */
const KEPT = 4;
const kept = new Map<string, RoundEvaluation>();
/** Being made, by round and revision: who asks meanwhile waits for the same one. */
const making = new Map<string, Promise<RoundEvaluation>>();

/** Of the accepted figures. Throws `collect.roundMissing`. */
export async function evaluateRound(tx: Tx, who: Who, code: string): Promise<RoundEvaluation> {
  const context = await loadRound(tx, who.tenant, code);
  const { round, scheme, register } = context;
  const { rows } = await sql<{ base: string }>`select current_database() as base`.execute(tx);
  const key = `${rows[0]?.base} ${who.tenant} ${round.opens.getTime()} ${code}`;
  const known = kept.get(key);
  const back = await lookBack(tx, context);
  const isAlike =
    known?.before === back?.last.round.revision && known?.scheme === scheme && known.register === register;
  const moved = isAlike ? await movedSince(tx, round, known.revision) : undefined;
  if (isAlike && moved?.size === 0) {
    const still = { ...known, round, revision: round.revision };
    if (known.revision !== round.revision) keep(key, still);
    return still;
  }
  const at = `${key} ${round.revision} ${back?.last.round.revision}`;
  // What came of another's may be its fault alone, a lost connection: then it is made here.
  const others = await making.get(at)?.catch(() => undefined);
  if (others?.scheme === scheme && others.register === register) return { ...others, round };
  const made = evaluateOn(tx, who, context, back, moved && known && { known, moved });
  making.set(at, made);
  try {
    keep(key, await made);
    return await made;
  } finally {
    if (making.get(at) === made) making.delete(at);
  }
}

function keep(key: string, made: RoundEvaluation): void {
  kept.delete(key);
  kept.set(key, made);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
}

/** As the transaction sees it, kept nowhere: for one that has changed figures and may still be undone. */
export const evaluateAfresh = async (tx: Tx, who: Who, context: RoundContext): Promise<RoundEvaluation> =>
  evaluateOn(tx, who, context, await lookBack(tx, context));

async function evaluateOn(
  tx: Tx,
  who: Who,
  context: RoundContext,
  back: LookBack | undefined,
  since?: { readonly known: RoundEvaluation; readonly moved: ReadonlySet<string> },
): Promise<RoundEvaluation> {
  const { round, scheme } = context;
  const of = (each: RoundContext) => ({ tenant: who.tenant, round: each.round.round });
  const [accepted, then] = await widened(tx, who, async () => [
    await loadAccepted(tx, of(context), context, since && { known: since.known.accepted, moved: since.moved }),
    back === undefined ? undefined : await loadAccepted(tx, of(back.last), back.last),
  ]);
  const answers = accepted.submission;
  const figures =
    back === undefined || then === undefined
      ? answers.figures
      : withInherited(scheme, answers, back.successors, {
          round: round.round,
          last: { round: back.last.round.round, figures: then.submission.figures },
        });
  const submission = { ...answers, figures, findings: [] };
  const evaluation = evaluate(scheme, submission, {
    asOf: round.as_of,
    ...(since === undefined ? {} : { since: since.known.evaluation }),
  });
  return { ...context, revision: round.revision, before: back?.last.round.revision, submission, accepted, evaluation };
}
