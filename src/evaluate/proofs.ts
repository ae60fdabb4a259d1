/** Evidence by the figure it proves: a walk over 2,000 schools asks for it at every step. */
import type { EvidenceRecord } from '../collect/on-files.ts';
import type { ItemCode, UnitCode } from '../kernel/index.ts';
import type { Proof } from './contract.ts';

export type ProofsOf = (item: ItemCode, unit: UnitCode) => readonly Proof[];

const NONE: readonly Proof[] = [];

export const asProof = ({ number, title, unit, file }: EvidenceRecord): Proof => ({
  number,
  title,
  ...(unit === undefined ? {} : { unit }),
  ...(file === undefined ? {} : { file }),
});

/** Records of the unit, and those that name no unit, in the order of the catalogue. */
export function indexProofs(evidence: readonly EvidenceRecord[]): ProofsOf {
  const byItem = Map.groupBy(
    evidence.flatMap((record) => record.items.map((item) => ({ item, record }))),
    ({ item }) => item,
  );
  return (item, unit) =>
    byItem
      .get(item)
      ?.filter(({ record: { unit: of } }) => of === undefined || of === unit)
      .map(({ record }) => asProof(record)) ?? NONE;
}
