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
  /** No control is left in the edited file (an issued copy, a program that drops them): only words were compared. */
  readonly byWords: boolean;
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

const idOf = ({ key, occurrence }: ExtractedSlot): string => `${key}\t${occurrence}`;

export function compareWords(base: WordBytes, edited: WordBytes): Comparison {
  const before = new Map(extractSlots(base.bytes, base.file).map((slot) => [idOf(slot), slot]));
  const after = new Map(extractSlots(edited.bytes, edited.file, base).map((slot) => [idOf(slot), slot]));
  const kept = new Set([...after.values()].filter(({ foundBy }) => foundBy !== 'text').map(idOf));
  const [old, now] = [paragraphsOf(base), paragraphsOf(edited)];
  const standing = new Set(now.map(({ text }) => text));
  const changed: SlotChange[] = [];
  const missing: Omit<SlotChange, 'is'>[] = [];
  for (const [id, { key, label, occurrence, text, at }] of before) {
    const slot = after.get(id);
    const around = old.find(({ part, paragraph }) => part === at.part && paragraph === at.paragraph)?.text;
    // Its control is gone and its paragraph stands there word for word: nothing was changed.
    if (!kept.has(id) && around !== undefined && standing.has(around)) continue;
    if (slot === undefined) missing.push({ slot: key, label, occurrence, was: text, at });
    else if (plain(slot.text) !== plain(text))
      changed.push({ slot: key, label, occurrence, was: text, is: slot.text, at: slot.at });
  }
  const added = [...after].flatMap(([id, { key, label, occurrence, text, at }]) =>
    before.has(id) ? [] : [{ slot: key, label, occurrence, is: text, at }],
  );
  const prose = compareProse(proseOf(old, kept), proseOf(now, kept));
  return { byWords: before.size > 0 && kept.size === 0, changed, missing, added, prose };
}

interface Paragraph {
  readonly part: string;
  readonly paragraph: number;
  readonly text: string;
  readonly slots: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

function paragraphsOf({ bytes, file }: WordBytes): readonly Paragraph[] {
  const word = openWord(bytes, file);
  const seen = new Map<string, number>();
  return word.parts.flatMap(({ name, part }) => {
    const source = word.package.text(part);
    return placeParagraphs(source, scanXml(source)).map(({ paragraph, logical }): Paragraph => {
      const slots = logical.controls
        .toSorted((a, b) => a.start - b.start)
        .flatMap(({ control, start, end }) => {
          const mark = markOf(source, control);
          if (mark?.role !== 'text') return [];
          const occurrence = seen.get(mark.key) ?? 0;
          seen.set(mark.key, occurrence + 1);
          return [{ id: `${mark.key}\t${occurrence}`, start, end }];
        });
      return { part: name, paragraph, text: logical.text, slots };
    });
  });
}

/** Body texts with every figure that both files hold taken out, so that a changed figure is told once. */
const proseOf = (paragraphs: readonly Paragraph[], kept: ReadonlySet<string>): readonly string[] =>
  paragraphs
    .filter(({ part }) => part === 'body')
    .map(({ text, slots }) =>
      slots
        .filter(({ id }) => kept.has(id))
        .reduceRight((words, { start, end }) => `${words.slice(0, start)}□${words.slice(end)}`, text),
    )
    .filter((text) => text !== '' && text !== '□');

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
