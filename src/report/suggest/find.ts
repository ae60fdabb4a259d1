/** Items whose name or code holds what was typed, those whose unit fits the blank first. */
import type { Scheme } from '../../scheme/on-files.ts';
import type { Asking, Candidate } from './contract.ts';
import { formatsFor } from './formats.ts';
import { knownItems } from './items.ts';
import { unitFit } from './rank.ts';

export function findCandidates(typed: string, asking: Asking, scheme: Scheme): readonly Candidate[] {
  const words = typed.trim().toLowerCase().split(/\s+/);
  return knownItems(scheme)
    .all.filter(({ item }) =>
      words.every((word) => item.name.toLowerCase().includes(word) || item.code.toLowerCase().startsWith(word)),
    )
    .map((known): Candidate => {
      const fit = unitFit(asking, known);
      return {
        expression: known.item.code,
        name: known.item.name,
        formats: formatsFor(asking, known.item),
        score: fit ?? -1,
        reasons: [],
      };
    })
    .sort((a, b) => b.score - a.score || a.name.length - b.name.length);
}
