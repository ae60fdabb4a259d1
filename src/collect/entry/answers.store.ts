/** Everything that was answered in a round, in the shape the pure stages read. */
import type { Tx } from '../../platform/index.ts';
import type { Submission } from '../contract.ts';
import { listEvidence, recordOf } from '../evidence/evidence.store.ts';
import { handedLedgers } from '../ledger/handed-ledgers.store.ts';
import { ledgerRowOf, readLedgerRows } from '../ledger/ledger-rows.store.ts';
import type { RoundContext } from '../round/rounds.store.ts';
import { figureOf, readVersions, type Which } from './figures.store.ts';

/** Accepted answers are what an evaluation counts; the latest are what a filler's checks look at. */
export async function loadSubmission(
  tx: Tx,
  which: Which,
  { scheme, register }: Pick<RoundContext, 'scheme' | 'register'>,
  holding: 'latest' | 'accepted',
): Promise<Omit<Submission, 'findings'>> {
  const versions = await readVersions(tx, which, holding);
  const rows = await readLedgerRows(tx, which, holding);
  const evidence = await listEvidence(tx, which.tenant, which.round);
  return {
    year: scheme.year,
    org: register.tree,
    figures: versions.flatMap((row) => figureOf(row, register) ?? []),
    ledgerRows: rows.flatMap((row) => ledgerRowOf(row, register) ?? []),
    // What a filler's checks look at reads no ledgers.
    handedLedgers: holding === 'accepted' ? await handedLedgers(tx, which, { scheme, register }) : [],
    evidence: evidence.map((held) => recordOf(held, register)),
    files: [],
  };
}
