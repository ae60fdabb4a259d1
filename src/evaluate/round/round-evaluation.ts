/**
 * The evaluation of a round, kept in memory and made again when the round's revision has moved: whoever asks gets
 * what is accepted by now. Two processes on one database agree, because the revision lies there.
 */
import { sql } from 'kysely';
import { loadRound, loadSubmission, type RoundContext, type Submission } from '../../collect/index.ts';
import { type Tx, type Who, widened } from '../../platform/index.ts';
import type { Evaluation } from '../contract.ts';
import { evaluate } from '../evaluate.ts';

export interface RoundEvaluation extends RoundContext {
  readonly revision: bigint;
  readonly submission: Submission;
  readonly evaluation: Evaluation;
}

/** Rounds a process keeps; a prefecture has two at once. */
const KEPT = 4;
const kept = new Map<string, RoundEvaluation>();

/** Of the accepted figures. Throws `collect.roundMissing`. */
export async function evaluateRound(tx: Tx, who: Who, code: string): Promise<RoundEvaluation> {
  const context = await loadRound(tx, who.tenant, code);
  const { round, scheme, register } = context;
  const { rows } = await sql<{ base: string }>`select current_database() as base`.execute(tx);
  const key = `${rows[0]?.base} ${who.tenant} ${round.opens.getTime()} ${code}`;
  const known = kept.get(key);
  if (known?.revision === round.revision && known.scheme === scheme && known.register === register)
    return { ...known, round };
  const made = await evaluateAfresh(tx, who, context);
  kept.delete(key);
  kept.set(key, made);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
  return made;
}

/** As the transaction sees it, kept nowhere: for one that has changed figures and may still be undone. */
export async function evaluateAfresh(tx: Tx, who: Who, context: RoundContext): Promise<RoundEvaluation> {
  const { round, scheme } = context;
  const which = { tenant: who.tenant, round: round.round };
  const answers = await widened(tx, who, () => loadSubmission(tx, which, context, 'accepted'));
  const submission = { ...answers, findings: [] };
  const evaluation = evaluate(scheme, submission, { asOf: round.as_of });
  return { ...context, revision: round.revision, submission, evaluation };
}
