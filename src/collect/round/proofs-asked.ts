/** Which leaves ask for evidence, and which of a task's items each of them reads: what stands in 佐证 beside a cell. */
import type { ItemCode } from '../../kernel/index.ts';
import { levelOf, type OrgUnit } from '../../org/index.ts';
import type { Scheme, SchemeItem } from '../../scheme/index.ts';

export function proofsAsked(scheme: Scheme, unit: OrgUnit, items: readonly SchemeItem[]) {
  const level = levelOf(unit);
  const mine = new Set(items.map(({ code }) => code));
  return scheme.indicators.flatMap(({ code, name, leaf }) => {
    if (leaf === undefined || !leaf.levels.includes(level)) return [];
    const read = [...itemsRead([leaf.rule, leaf.value], scheme)].filter((item) => mine.has(item));
    if (read.length === 0) return [];
    return [{ indicator: code, name, asks: leaf.evidence.map(({ name: asked }) => asked), items: read }];
  });
}

/** Every item the formulas of a rule read, through computed ones down to what is stated. */
function itemsRead(rule: unknown, { items }: Scheme): ReadonlySet<ItemCode> {
  const met = new Set<ItemCode>(usesOf(rule));
  for (const code of met) for (const next of usesOf(items.get(code)?.computed)) met.add(next);
  return met;
}

/** Rules differ in shape; a compiled formula in them is known by its `uses`. */
function usesOf(of: unknown): readonly ItemCode[] {
  if (typeof of !== 'object' || of === null) return [];
  if ('uses' in of && Array.isArray(of.uses)) return of.uses.map(({ item }: { readonly item: ItemCode }) => item);
  return Object.values(of).flatMap(usesOf);
}
