/** Evidence by the figure it proves: a walk over 2,000 schools asks for it at every step. */
import type { EvidenceRecord } from '../collect/on-files.ts';
import type { ItemCode, UnitCode } from '../kernel/index.ts';
import type { Walk } from './contract.ts';

export type ProofsOf = (item: ItemCode, unit: UnitCode) => Walk['evidence'];

const NONE: Walk['evidence'] = [];

/** Records of the unit, and those that name no unit, in the order of the catalogue. */
export function indexProofs(evidence: readonly EvidenceRecord[]): ProofsOf {
  const byItem = Map.groupBy(
    evidence.flatMap((record) => record.items.map((item) => ({ item, record }))),
    ({ item }) => item,
  );
  return (item, unit) =>
    byItem.get(item)?.flatMap(({ record: { unit: of, number, title, file } }) => {
      if (of !== undefined && of !== unit) return [];
      return [{ number, title, ...(file === undefined ? {} : { file }) }];
    }) ?? NONE;
}
