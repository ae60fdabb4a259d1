/**
 * Reads the values of our controls back from an edited file: by tag, by the key in the alias where the tag was lost,
 * and, where both were, by the words that stood around the slot in the file it came from.
 */
import type { ExtractedSlot } from '../contract.ts';
import { markOf } from '../control.ts';
import { openWord } from '../open.ts';
import { type PlacedParagraph, placeParagraphs } from '../text/paragraphs.ts';
import { scanXml } from '../xml/scan.ts';

interface Stood {
  readonly key: string;
  readonly label: string;
  readonly occurrence: number;
  readonly text: string;
  readonly part: string;
  readonly paragraph: number;
  readonly before: string;
  readonly after: string;
  readonly foundBy: 'tag' | 'alias';
}

/** Words kept on each side of a slot to find it again. */
const CONTEXT = 12;

function readControls(
  bytes: Uint8Array,
  file: string,
): { readonly slots: readonly Stood[]; readonly paragraphs: ReadonlyMap<string, readonly PlacedParagraph[]> } {
  const word = openWord(bytes, file);
  const seen = new Map<string, number>();
  const paragraphs = new Map<string, readonly PlacedParagraph[]>();
  const slots: Stood[] = [];
  for (const { name, part } of word.parts) {
    const source = word.package.text(part);
    const placed = placeParagraphs(source, scanXml(source));
    paragraphs.set(name, placed);
    for (const { paragraph, logical } of placed) {
      for (const { control, start, end } of logical.controls.toSorted((a, b) => a.start - b.start)) {
        const mark = markOf(source, control);
        if (mark?.role !== 'text') continue;
        const occurrence = seen.get(mark.key) ?? 0;
        seen.set(mark.key, occurrence + 1);
        slots.push({
          key: mark.key,
          label: mark.label,
          occurrence,
          text: logical.text.slice(start, end),
          part: name,
          paragraph,
          before: logical.text.slice(Math.max(0, start - CONTEXT), start),
          after: logical.text.slice(end, end + CONTEXT),
          foundBy: mark.foundBy,
        });
      }
    }
  }
  return { slots, paragraphs };
}

/** With `base`, slots whose controls are gone are looked for by their surroundings. */
export function extractSlots(
  bytes: Uint8Array,
  file: string,
  base?: { readonly bytes: Uint8Array; readonly file: string },
): readonly ExtractedSlot[] {
  const { slots, paragraphs } = readControls(bytes, file);
  const found = slots.map(
    ({ key, label, occurrence, text, part, paragraph, foundBy }): ExtractedSlot => ({
      key,
      label,
      occurrence,
      text,
      foundBy,
      at: { part, paragraph },
    }),
  );
  if (base === undefined) return found;
  const known = new Set(slots.map(({ key, occurrence }) => `${key}\t${occurrence}`));
  const lost = readControls(base.bytes, base.file).slots.filter(
    ({ key, occurrence }) => !known.has(`${key}\t${occurrence}`),
  );
  return [...found, ...lost.flatMap((slot) => alignByText(slot, paragraphs.get(slot.part) ?? []))];
}

/** The stretch between the slot's old neighbours, when both stand in one paragraph, once, and close enough. */
function alignByText(slot: Stood, paragraphs: readonly PlacedParagraph[]): readonly ExtractedSlot[] {
  const { before, after } = slot;
  // Fewer words on both sides than this would fit anywhere.
  if (before.length + after.length < 6 || (before === '' && after === '')) return [];
  const places = paragraphs.flatMap(({ paragraph, logical: { text } }) => {
    const start = before === '' ? 0 : text.indexOf(before);
    if (start === -1) return [];
    const from = start + before.length;
    const to = after === '' ? text.length : text.indexOf(after, from);
    return to === -1 || to - from > slot.text.length + CONTEXT ? [] : [{ paragraph, text: text.slice(from, to) }];
  });
  const [place] = places;
  if (place === undefined || places.length > 1) return [];
  return [
    {
      key: slot.key,
      label: slot.label,
      occurrence: slot.occurrence,
      text: place.text,
      foundBy: 'text',
      at: { part: slot.part, paragraph: place.paragraph },
    },
  ];
}
