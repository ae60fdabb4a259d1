/** Two versions of a report: which figures were changed, lost or added, and which prose was touched. */
import type { ExtractedSlot } from '../contract.ts';
import { markOf } from '../control.ts';
import { openWord } from '../open.ts';
import { placeParagraphs } from '../text/paragraphs.ts';
import { scanXml } from '../xml/scan.ts';
import { extractSlots } from './extract.ts';

interface WordBytes {
  readonly bytes: Uint8Array;
  readonly file: string;
}

export interface SlotChange {
  readonly slot: string;
  readonly label: string;
  readonly occurrence: number;
  readonly was: string;
  readonly is: string;
  readonly at: ExtractedSlot['at'];
}

export interface Comparison {
  readonly changed: readonly SlotChange[];
  readonly missing: readonly Omit<SlotChange, 'is'>[];
  readonly added: readonly Omit<SlotChange, 'was'>[];
  readonly prose: readonly { readonly was?: string; readonly is?: string }[];
}

/** One number written two ways is no change: full-width digits, thousands commas, spaces. */
const plain = (text: string): string =>
  text
    .replace(/[０-９．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u00a0]/g, '')
    .replace(/(?<=\d)[,，](?=\d{3}(?!\d))/g, '');

export function compareWords(base: WordBytes, edited: WordBytes): Comparison {
  const before = new Map(extractSlots(base.bytes, base.file).map((slot) => [`${slot.key}\t${slot.occurrence}`, slot]));
  const after = new Map(
    extractSlots(edited.bytes, edited.file, base).map((slot) => [`${slot.key}\t${slot.occurrence}`, slot]),
  );
  const changed: SlotChange[] = [];
  const missing: Omit<SlotChange, 'is'>[] = [];
  for (const [id, { key, label, occurrence, text, at }] of before) {
    const now = after.get(id);
    if (now === undefined) missing.push({ slot: key, label, occurrence, was: text, at });
    else if (plain(now.text) !== plain(text))
      changed.push({ slot: key, label, occurrence, was: text, is: now.text, at: now.at });
  }
  const added = [...after].flatMap(([id, { key, label, occurrence, text, at }]) =>
    before.has(id) ? [] : [{ slot: key, label, occurrence, is: text, at }],
  );
  return { changed, missing, added, prose: compareProse(proseOf(base), proseOf(edited)) };
}

/** Paragraph texts with every figure taken out, so that a changed figure is told once. */
function proseOf({ bytes, file }: WordBytes): readonly string[] {
  const word = openWord(bytes, file);
  const [body] = word.parts;
  if (body === undefined) return [];
  const source = word.package.text(body.part);
  return placeParagraphs(source, scanXml(source))
    .map(({ logical }) => {
      const slots = logical.controls
        .filter(({ control }) => markOf(source, control)?.role === 'text')
        .sort((a, b) => b.start - a.start);
      return slots.reduce((text, { start, end }) => `${text.slice(0, start)}□${text.slice(end)}`, logical.text);
    })
    .filter((text) => text !== '' && text !== '□');
}

/** Largest table of a longest common subsequence; beyond it paragraphs are compared as sets. */
const TABLE_LIMIT = 4_000_000;

function compareProse(was: readonly string[], is: readonly string[]): Comparison['prose'] {
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < was.length - start && end < is.length - start && was[was.length - 1 - end] === is[is.length - 1 - end])
    end += 1;
  const [a, b] = [was.slice(start, was.length - end), is.slice(start, is.length - end)];
  if (a.length * b.length > TABLE_LIMIT) {
    const [old, now] = [new Set(a), new Set(b)];
    return [
      ...a.filter((text) => !now.has(text)).map((text) => ({ was: text })),
      ...b.filter((text) => !old.has(text)).map((text) => ({ is: text })),
    ];
  }
  return pairUp(difference(a, b));
}

type Step = { readonly was: string } | { readonly is: string } | 'same';

function difference(a: readonly string[], b: readonly string[]): readonly Step[] {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      steps.push('same');
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      steps.push({ was: a[i] ?? '' });
      i += 1;
    } else {
      steps.push({ is: b[j] ?? '' });
      j += 1;
    }
  }
  return steps;
}

/** A paragraph taken out right before one put in is one changed paragraph. */
function pairUp(steps: readonly Step[]): Comparison['prose'] {
  const pairs: { was?: string; is?: string }[] = [];
  let open: { was?: string; is?: string }[] = [];
  for (const step of steps) {
    if (step === 'same') open = [];
    else if ('was' in step) {
      const entry = { was: step.was };
      pairs.push(entry);
      open.push(entry);
    } else {
      const waiting = open.find((entry) => entry.is === undefined);
      if (waiting === undefined) pairs.push({ is: step.is });
      else waiting.is = step.is;
    }
  }
  return pairs;
}
