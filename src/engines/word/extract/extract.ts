/**
 * Reads the values of our controls back from an edited file: by tag, by the key in the alias where the tag was lost,
 * by their order where a program kept the controls and dropped both, and, where the controls are gone, by the words that
 * stood around the slot in the file it came from.
 */
import type { ExtractedSlot } from '../contract.ts';
import { isNameless, markOf } from '../control.ts';
import { openWord } from '../open.ts';
import { type PlacedParagraph, placeParagraphs } from '../text/paragraphs.ts';
import { scanXml } from '../xml/scan.ts';
import { nameByOrder } from './name-by-order.ts';

export interface WordBytes {
  readonly bytes: Uint8Array;
  readonly file: string;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A control as it stands in its paragraph. */
export interface Standing extends Stretch {
  readonly part: string;
  readonly paragraph: number;
  readonly text: string;
}

export interface Stood extends Standing {
  readonly key: string;
  readonly label: string;
  readonly occurrence: number;
  readonly before: string;
  readonly after: string;
  readonly foundBy: Exclude<ExtractedSlot['foundBy'], 'text'>;
}

interface Controls {
  readonly slots: readonly Stood[];
  readonly nameless: readonly Standing[];
  readonly parts: ReadonlyMap<string, readonly PlacedParagraph[]>;
}

/** Words kept on each side of a slot to find it again. */
const CONTEXT = 12;

function readControls(bytes: Uint8Array, file: string): Controls {
  const word = openWord(bytes, file);
  const seen = new Map<string, number>();
  const parts = new Map<string, readonly PlacedParagraph[]>();
  const slots: Stood[] = [];
  const nameless: Standing[] = [];
  for (const { name, part } of word.parts) {
    const source = word.package.text(part);
    const placed = placeParagraphs(source, scanXml(source));
    parts.set(name, placed);
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
          start,
          end,
          before: logical.text.slice(Math.max(0, start - CONTEXT), start),
          after: logical.text.slice(end, end + CONTEXT),
          foundBy: mark.foundBy,
        });
      }
      const without = logical.controls.filter(({ control }) => isNameless(control));
      for (const { start, end } of sideBySide(without))
        nameless.push({ part: name, paragraph, start, end, text: logical.text.slice(start, end) });
    }
  }
  return { slots, nameless, parts };
}

/**
 * LibreOffice puts the second of two controls that touch into the first, empty, where the first should end:
 *
 *     [清江市][2025]   =>   [清江市[]2025]
 */
function sideBySide(controls: readonly Stretch[]): readonly Stretch[] {
  const inOrder = controls.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const ends = inOrder.map(({ start, end }, at) => {
    const outer = inOrder.slice(0, at).findLast((before) => before.end > end && before.start <= start);
    return start === end && outer !== undefined ? outer.end : end;
  });
  return inOrder.map(({ start }, at) => {
    const next = inOrder[at + 1];
    const end = ends[at] ?? start;
    return { start, end: next !== undefined && next.start < end ? next.start : end };
  });
}

const idOf = ({ key, occurrence }: Pick<Stood, 'key' | 'occurrence'>): string => `${key}\t${occurrence}`;

/** All controls of ours in reading order; with `base` also those that lost their names since. */
export function readStanding(
  bytes: Uint8Array,
  file: string,
  base?: WordBytes,
): Pick<Controls, 'slots' | 'parts'> & { readonly lost: readonly Stood[] } {
  const { slots, nameless, parts } = readControls(bytes, file);
  if (base === undefined) return { slots, parts, lost: [] };
  const known = new Set(slots.map(idOf));
  const stood = readControls(base.bytes, base.file);
  const missing = stood.slots.filter((slot) => !known.has(idOf(slot)));
  const named =
    missing.length === 0 || nameless.length === 0
      ? []
      : nameByOrder({ slots: missing, parts: stood.parts }, { slots: nameless, parts });
  const again = new Set(named.map(idOf));
  return { slots: [...slots, ...named], parts, lost: missing.filter((slot) => !again.has(idOf(slot))) };
}

/** With `base`, slots whose controls are gone are looked for by their surroundings. */
export function extractSlots(bytes: Uint8Array, file: string, base?: WordBytes): readonly ExtractedSlot[] {
  const { slots, parts, lost } = readStanding(bytes, file, base);
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
  return [...found, ...lost.flatMap((slot) => alignByText(slot, parts.get(slot.part) ?? []))];
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
