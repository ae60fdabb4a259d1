/** Everything that was answered in a round, in the shape the pure stages read. */
import type { Tx } from '../../platform/index.ts';
import type { Submission } from '../contract.ts';
import { listEvidence, recordOf } from '../evidence/evidence.store.ts';
import { handedLedgers } from '../ledger/handed-ledgers.store.ts';
import { ledgerRowOf, readLedgerRows } from '../ledger/ledger-rows.store.ts';
import type { RoundContext } from '../round/rounds.store.ts';
import { readVersions, type Which } from './figures.store.ts';
import { figureOf } from './version-row.ts';

type Holding = 'latest' | 'accepted';
type Context = Pick<RoundContext, 'scheme' | 'register'>;

/** What a filler's checks look at. */
export async function loadSubmission(tx: Tx, which: Which, context: Context): Promise<Omit<Submission, 'findings'>> {
  const versions = await readVersions(tx, which, 'latest');
  const figures = versions.flatMap((row) => figureOf(row, context.register) ?? []);
  return { figures, ...(await loadRest(tx, which, context, 'latest')) };
}

/** All but the figures. */
export async function loadRest(
  tx: Tx,
  which: Which,
  { scheme, register }: Context,
  holding: Holding,
): Promise<Omit<Submission, 'findings' | 'figures'>> {
  const rows = await readLedgerRows(tx, which, holding);
  const evidence = await listEvidence(tx, which.tenant, which.round);
  return {
    year: scheme.year,
    org: register.tree,
    ledgerRows: rows.flatMap((row) => ledgerRowOf(row, register) ?? []),
    // What a filler's checks look at reads no ledgers.
    handedLedgers: holding === 'accepted' ? await handedLedgers(tx, which, { scheme, register }) : [],
    evidence: evidence.map((held) => recordOf(held, register)),
    files: [],
  };
}
