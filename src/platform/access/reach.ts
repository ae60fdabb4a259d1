/**
 * Units whose rows an account may see at all. A post of business at the root reaches everything and policies narrow
 * it (a department's reporter sees its own rows of every county); below, a post reaches its unit, what stands under
 * it and the zones it hosts. Administrators keep the system and reach no figures (三员分立).
 */
import type { Post, Reach } from './contract.ts';
import { isAdmin } from './roles.ts';

export interface PlacedUnit {
  readonly unit: number;
  readonly parent: number | null;
  readonly host: number | null;
}

export interface UnitTree {
  readonly isRoot: (unit: number) => boolean;
  /** The unit first, then everything under it or hosted by it. */
  readonly below: (unit: number) => readonly number[];
}

export function reachOf(posts: readonly Pick<Post, 'unit' | 'role'>[], { isRoot, below }: UnitTree): Reach {
  const units = posts.filter(({ role }) => !isAdmin(role)).map(({ unit }) => unit);
  return units.some(isRoot) ? '*' : [...new Set(units.flatMap(below))];
}

export function treeOfUnits(units: readonly PlacedUnit[]): UnitTree {
  const roots = new Set(units.filter(({ parent }) => parent === null).map(({ unit }) => unit));
  const under = Map.groupBy(
    units.flatMap(({ unit, parent, host }) => [parent, host].map((over) => ({ over, unit }))),
    ({ over }) => over,
  );
  const memo = new Map<number, readonly number[]>();
  const walk = (from: number): readonly number[] => {
    // A set grows while it is walked, and a unit met twice (hosted and below) stands in it once.
    const met = new Set([from]);
    for (const unit of met) for (const child of under.get(unit) ?? []) met.add(child.unit);
    return [...met];
  };
  return {
    isRoot: (unit) => roots.has(unit),
    below(unit) {
      const known = memo.get(unit) ?? walk(unit);
      memo.set(unit, known);
      return known;
    },
  };
}
