/**
 * What a report was made from, frozen beside it: figures, ledgers, evidence, units and results, with the version of
 * each figure that counted. Thawed, the same evaluation stands again when everything has moved on.
 */
import type { RoundContext, Submission } from '../../collect/index.ts';
import { type Evaluation, evaluate, type RoundEvaluation, RULES_VERSION } from '../../evaluate/index.ts';
import { type By, newId, type Tx, toJson } from '../../platform/index.ts';
import { type Frozen, parseFrozen, submissionOf } from '../bundle/frozen.ts';
import { addSnapshot, findSnapshot, listAccepted } from './reports.store.ts';

type Accepted = Awaited<ReturnType<typeof listAccepted>>[number];

/** Gives the snapshot's id. */
export async function freeze(tx: Tx, of: RoundEvaluation, { files, who, now }: By): Promise<string> {
  const { round, scheme, submission, evaluation, revision } = of;
  const snapshot = newId();
  const { figures, ledgerRows, handedLedgers, evidence, year, org } = submission;
  const { code, version, hash } = scheme;
  const accepted = await listAccepted(tx, round.tenant, round.round);
  const answers = { figures, ledgerRows, handedLedgers, evidence, accepted };
  const frozen: Frozen = { scheme: code, version, hash, year, units: org.units, ...answers };
  const content = await files.put(Buffer.from(toJson(frozen)));
  const results = await files.put(Buffer.from(toJson(evaluation.results)));
  const key = { tenant: round.tenant, round: round.round, snapshot };
  const hashes = { content: content.sha256, results: results.sha256 };
  await addSnapshot(tx, { ...key, ...hashes, revision, rules: RULES_VERSION, author: who.account, at: now });
  keep(keyOf(round.tenant, snapshot), { submission, evaluation, at: now, versions: versionsOf(accepted) });
  return snapshot;
}

export interface Thawed {
  readonly submission: Submission;
  readonly evaluation: Evaluation;
  readonly at: Date;
  /** The version of a figure that counted, by `subject item period`. */
  readonly versions: ReadonlyMap<string, number>;
}

/** Snapshots a process keeps thawed: people walk from figure to figure of one report, most often of one just made. */
const KEPT = 2;
const kept = new Map<string, Thawed>();

export async function thaw(tx: Tx, { files }: By, { round, scheme }: RoundContext, snapshot: string): Promise<Thawed> {
  const { content, at } = await findSnapshot(tx, round.tenant, round.round, snapshot);
  const key = keyOf(round.tenant, snapshot);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const frozen = parseFrozen(Buffer.from(await files.read(content)).toString('utf8'));
  const submission = submissionOf(frozen, scheme);
  const evaluation = evaluate(scheme, submission, { asOf: round.as_of });
  return keep(key, { submission, evaluation, at, versions: versionsOf(frozen.accepted) });
}

const keyOf = (tenant: number, snapshot: string): string => `${tenant} ${snapshot}`;

function keep(key: string, thawed: Thawed): Thawed {
  kept.set(key, thawed);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
  return thawed;
}

const versionsOf = (accepted: Frozen['accepted']): Thawed['versions'] =>
  new Map(accepted.map((held) => [versionKey(held), held.version ?? 0]));

export const versionKey = ({ subject, item, period }: Pick<Accepted, 'subject' | 'item' | 'period'>): string =>
  `${subject} ${item} ${period}`;
