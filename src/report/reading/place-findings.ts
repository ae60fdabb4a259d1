/** Findings laid on the text as it stands: by their words where they moved, by their slot where they have no words. */
import type { Finding } from '../../kernel/index.ts';

export interface TextPlace {
  readonly paragraph: number;
  readonly text: string;
  readonly slots: readonly { readonly slot: string; readonly start: number; readonly end: number }[];
}

export interface FindingPlace {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Undefined for a finding that is none of the text's: a figure the data lack. */
export function placeOfFinding(
  { at, quote = '', data }: Finding,
  places: readonly TextPlace[],
): FindingPlace | undefined {
  if (at.paragraph !== undefined && quote !== '') {
    const { paragraph: wanted, offset = 0 } = at;
    // The mark of a draft and people's own edits move paragraphs: the nearest with the same words is meant.
    const holding = places
      .filter(({ text }) => text.includes(quote))
      .sort((a, b) => Math.abs(a.paragraph - wanted) - Math.abs(b.paragraph - wanted))[0];
    if (holding !== undefined) {
      const start = holding.text.startsWith(quote, offset) ? offset : holding.text.indexOf(quote);
      return { paragraph: holding.paragraph, start, end: start + quote.length };
    }
  }
  const slots = Array.isArray(data.slots) ? data.slots : [];
  const slot = typeof at.slot === 'string' ? at.slot : slots[0];
  for (const { paragraph, slots: held } of places) {
    const found = held.find((each) => each.slot === slot);
    if (found !== undefined) return { paragraph, start: found.start, end: found.end };
  }
  return undefined;
}
