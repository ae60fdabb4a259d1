/** Suggestions of a template, kept while it is worked on; what was decided leads those that lean on it. */
import type { Scheme } from '../../scheme/on-files.ts';
import { type Suggestion, suggestAll } from '../suggest/index.ts';
import type { ReadTemplate } from './blanks.ts';
import type { StoredDecision } from './templates.store.ts';

const KEPT = 4;
const kept = new Map<string, readonly Suggestion[]>();

export function suggestKept(
  sha256: string,
  { blanks, askings }: ReadTemplate,
  decisions: ReadonlyMap<string, StoredDecision>,
  scheme: Scheme,
): readonly Suggestion[] {
  const decided = blanks.map(({ id }) => {
    const decision = decisions.get(id)?.decision;
    return decision?.as === 'figure' ? decision.value : undefined;
  });
  const key = `${sha256} ${scheme.hash} ${decided.join('\t')}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = suggestAll(askings, scheme, decided);
  kept.set(key, made);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '');
  return made;
}
