/** Blanks that mean the same: decided once, offered for all. */
import type { Suggestion } from '../suggest/index.ts';
import type { Blank } from './contract.ts';

/** For each blank the ids of the others like it, in reading order. */
export function alikeTo(blanks: readonly Blank[], suggestions: readonly Suggestion[]): readonly (readonly string[])[] {
  const meanings = blanks.map((blank, index) => meaningOf(blank, suggestions[index]));
  const together = Map.groupBy(blanks.keys(), (index) => meanings[index] ?? '');
  return blanks.map((_, index) => {
    const meaning = meanings[index] ?? '';
    if (meaning === '') return [];
    return (together.get(meaning) ?? []).filter((other) => other !== index).flatMap((other) => blanks[other]?.id ?? []);
  });
}

/** Empty for a blank that stands alone: two figures of one unit are not the same figure. */
function meaningOf({ doubt, text, words, kind, row }: Blank, suggestion: Suggestion | undefined): string {
  if (row !== undefined) return '';
  const [first] = suggestion?.candidates ?? [];
  if (words.length === 1 && doubt !== 'wrong') return `words ${doubt} ${text} ${words[0]}`;
  if (first === undefined || first.score < 0.5) return '';
  const isFact = first.expression.startsWith('@') || kind === 'agency' || kind === 'place';
  return isFact ? `${kind} ${first.expression}` : '';
}
