/** What last year's round accepted of the same units, beside what is now stated of that year. */
import { measureOf, printMeasure, type Unit } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type HeldVersion, readVersions } from '../entry/figures.store.ts';
import { findRoundBefore, type RoundContext } from './rounds.store.ts';

/** In the unit it was stated in; words and gaps as typed. */
export const valueText = ({
  kind,
  steps,
  unit,
  typed,
}: Pick<HeldVersion, 'kind' | 'steps' | 'unit' | 'typed'>): string =>
  kind === 'quantity' && unit !== null && unit !== '是否'
    ? printMeasure(measureOf({ kind: 'quantity', steps: BigInt(steps ?? 0), unit: unit as Unit }), unit as Unit)
    : typed;

/** Accepted figures of the year before, of `subjects`; `priors` names the period each item asks of that year. */
export async function acceptedBefore(
  tx: Tx,
  { round }: Pick<RoundContext, 'round'>,
  priors: ReadonlyMap<string, string>,
  subjects: ReadonlySet<number>,
) {
  const before = await findRoundBefore(tx, round);
  if (before === undefined || priors.size === 0) return [];
  const which = { tenant: round.tenant, round: before.round, items: [...priors.keys()] };
  const rows = await readVersions(tx, which, 'accepted');
  return rows.filter(({ subject, item, period }) => subjects.has(subject) && priors.get(item) === period);
}
