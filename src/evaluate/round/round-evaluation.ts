/**
 * The evaluation of a round, kept in memory and made again when the round's revision has moved for more than words: whoever asks gets
 * what is accepted by now. Two processes on one database agree, because the revision lies there.
 */
import { sql } from 'kysely';
import { loadRound, loadSubmission, type RoundContext, type Submission } from '../../collect/index.ts';
import { type Tx, type Who, widened } from '../../platform/index.ts';
import type { Evaluation } from '../contract.ts';
import { evaluate } from '../evaluate.ts';
import { withInherited } from '../inherited.ts';
import { onlyWordsSince } from './changes.store.ts';
import { type LookBack, lookBack } from './look-back.ts';

export interface RoundEvaluation extends RoundContext {
  readonly revision: bigint;
  /** Revision of last year's round, where figures of merged units come from it. */
  readonly before: bigint | undefined;
  readonly submission: Submission;
  readonly evaluation: Evaluation;
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
  if (
    known !== undefined &&
    known.before === back?.last.round.revision &&
    known.scheme === scheme &&
    known.register === register &&
    (await onlyWordsSince(tx, round, known.revision))
  ) {
    const still = { ...known, round, revision: round.revision };
    if (known.revision !== round.revision) keep(key, still);
    return still;
  }
  const at = `${key} ${round.revision} ${back?.last.round.revision}`;
  // What came of another's may be its fault alone, a lost connection: then it is made here.
  const others = await making.get(at)?.catch(() => undefined);
  if (others?.scheme === scheme && others.register === register) return { ...others, round };
  const made = evaluateOn(tx, who, context, back);
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
): Promise<RoundEvaluation> {
  const { round, scheme } = context;
  const accepted = (of: RoundContext) =>
    loadSubmission(tx, { tenant: who.tenant, round: of.round.round }, of, 'accepted');
  const [answers, then] = await widened(tx, who, async () => [
    await accepted(context),
    back === undefined ? undefined : await accepted(back.last),
  ]);
  const figures =
    back === undefined || then === undefined
      ? answers.figures
      : withInherited(scheme, answers, back.successors, {
          round: round.round,
          last: { round: back.last.round.round, figures: then.figures },
        });
  const submission = { ...answers, figures, findings: [] };
  const evaluation = evaluate(scheme, submission, { asOf: round.as_of });
  return { ...context, revision: round.revision, before: back?.last.round.revision, submission, evaluation };
}
