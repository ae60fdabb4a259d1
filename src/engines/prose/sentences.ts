import type { Sentence } from './contract.ts';

/** Sentences with their place in the text; the mark that ends one belongs to it. */
export function findSentences(text: string): readonly Sentence[] {
  return [...text.matchAll(/[^。；;！？]+[。；;！？]?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}
