/** Evidence beside the items it proves: a record names items itself, or an indicator whose formula reads them. */
import type { TaskPage } from '../../../../src/collect/replies.ts';

export type Proof = TaskPage['evidence'][number];

export interface ProofsOf {
  readonly records: readonly Proof[];
  readonly indicators: readonly string[];
  /** An indicator asks for a proof and has none. */
  readonly isWanted: boolean;
}
const NONE: ProofsOf = { records: [], indicators: [], isWanted: false };

export function proofsByItem({ evidence, proofs }: Pick<TaskPage, 'evidence' | 'proofs'>): (item: string) => ProofsOf {
  const byItem = new Map<string, ProofsOf>();
  const has = new Set(evidence.flatMap(({ indicators }) => indicators));
  const items = new Set([...proofs.flatMap(({ items: read }) => read), ...evidence.flatMap(({ items: own }) => own)]);
  for (const item of items) {
    const asking = proofs.filter((proof) => (proof.items as readonly string[]).includes(item));
    const indicators = asking.map(({ indicator }) => indicator as string);
    const records = evidence.filter(
      (record) => record.items.includes(item) || record.indicators.some((each) => indicators.includes(each)),
    );
    const isWanted = asking.some(({ indicator, asks }) => asks.length > 0 && !has.has(indicator));
    byItem.set(item, { records, indicators, isWanted });
  }
  return (item) => byItem.get(item) ?? NONE;
}
