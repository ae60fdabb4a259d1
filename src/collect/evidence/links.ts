/** What evidence may prove: items and indicators the scheme has, at least one. */
import type { ItemCode } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/index.ts';
import { CollectProblem } from '../problems.ts';

export interface Links {
  readonly items: readonly string[];
  readonly indicators: readonly string[];
}

/** Throws `collect.evidenceUnlinked` for links to nothing, and for none at all. */
export function refuseUnlinked({ items, indicators }: Links, scheme: Scheme): void {
  const leaves = new Set<string>(scheme.indicators.map(({ code }) => code));
  const unknown = [
    ...items.filter((code) => !scheme.items.has(code as ItemCode)),
    ...indicators.filter((code) => !leaves.has(code)),
  ];
  if (unknown.length > 0 || items.length + indicators.length === 0) throw CollectProblem.evidenceUnlinked({ unknown });
}
