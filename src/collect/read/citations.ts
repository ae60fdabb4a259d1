/** 佐证编号 beside a figure linked to the catalogue of its unit; a number the catalogue does not have is said. */
import type { ItemCode, Place, UnitCode } from '../../kernel/index.ts';
import type { EvidenceRecord } from '../contract.ts';
import type { Desk } from './desk.ts';

export interface Citation {
  readonly unit: UnitCode;
  readonly item: ItemCode;
  readonly number: string;
  readonly at: Place;
}

/** The catalogue's records with the items that cite them. */
export function linkCitations(desk: Desk): EvidenceRecord[] {
  const cited = new Map<string, Set<string>>();
  const keyOf = (unit: string | undefined, number: string): string => `${unit}\t${number}`;
  const known = new Set(desk.evidence.map(({ unit, number }) => keyOf(unit, number)));
  for (const { unit, item, number, at } of desk.citations) {
    const key = keyOf(unit, number);
    if (!known.has(key)) desk.tell('collect.evidence.unknown', 'warn', at, { number });
    else cited.set(key, (cited.get(key) ?? new Set()).add(item));
  }
  return desk.evidence.map((record) => {
    const items = cited.get(keyOf(record.unit, record.number));
    return items === undefined ? record : { ...record, items: [...new Set([...record.items, ...items])] };
  });
}
