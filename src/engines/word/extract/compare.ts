/** Two versions of a report: which figures were changed, lost or added, and which prose was touched. */
import type { ExtractedSlot } from '../contract.ts';
import { alignEqual, isAlignable } from './align.ts';
import { extractSlots, readStanding, type WordBytes } from './extract.ts';

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
  const [old, now] = [paragraphsOf(base), paragraphsOf(edited, base)];
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

function paragraphsOf({ bytes, file }: WordBytes, base?: WordBytes): readonly Paragraph[] {
  const { slots, parts } = readStanding(bytes, file, base);
  const inParagraph = Map.groupBy(slots, ({ part, paragraph }) => `${part}\t${paragraph}`);
  return [...parts].flatMap(([part, paragraphs]) =>
    paragraphs.map(({ paragraph, logical }): Paragraph => {
      const stand = inParagraph.get(`${part}\t${paragraph}`) ?? [];
      const places = stand.map(({ key, occurrence, start, end }) => ({ id: `${key}\t${occurrence}`, start, end }));
      return { part, paragraph, text: logical.text, slots: places };
    }),
  );
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

function compareProse(was: readonly string[], is: readonly string[]): Comparison['prose'] {
  if (isAlignable(was, is)) return pairUp(difference(was, is));
  const [old, now] = [new Set(was), new Set(is)];
  return [
    ...was.filter((text) => !now.has(text)).map((text) => ({ was: text })),
    ...is.filter((text) => !old.has(text)).map((text) => ({ is: text })),
  ];
}

type Step = { readonly was: string } | { readonly is: string } | 'same';

function difference(a: readonly string[], b: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  for (const [untilA, untilB] of [...alignEqual(a, b), [a.length, b.length] as const]) {
    for (; i < untilA; i += 1) steps.push({ was: a[i] ?? '' });
    for (; j < untilB; j += 1) steps.push({ is: b[j] ?? '' });
    if (i < a.length) steps.push('same');
    [i, j] = [untilA + 1, untilB + 1];
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
