/** What an act on a report begins with: its last version, held until the act is done, and whose report it is. */
import { loadRound } from '../../collect/index.ts';
import type { By, Tx } from '../../platform/index.ts';
import { ReportProblem } from '../problems.ts';
import { findVersion, holdReport } from './reports.store.ts';

interface Asked {
  readonly round: string;
  readonly report: string;
}

/** Throws `report.missing`. */
export async function holdLast(tx: Tx, { round, report }: Asked, { who }: Pick<By, 'who'>) {
  const { round: of } = await loadRound(tx, who.tenant, round);
  await holdReport(tx, of);
  const last = await findVersion(tx, { tenant: who.tenant, round, report });
  if (last === undefined) throw ReportProblem.missing({ report });
  return { evaluee: of.evaluee, last };
}
