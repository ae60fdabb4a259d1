/**
 * LibreOffice 7.4 keeps every control and drops what it is called by. Paragraphs of the file before and after are laid
 * side by side, and the controls of a pair are named in their order: first where a paragraph reads as before, then
 * where it does but for its figures, then where what lies between has as many controls.
 */
import type { PlacedParagraph } from '../text/paragraphs.ts';
import { alignEqual } from './align.ts';
import type { Standing, Stood } from './extract.ts';

interface Side<S extends Standing> {
  readonly slots: readonly S[];
  readonly parts: ReadonlyMap<string, readonly PlacedParagraph[]>;
}

/** A paragraph with the controls in it that are asked about. */
interface Held<S> {
  readonly text: string;
  readonly bare: string;
  readonly slots: readonly S[];
}

export function nameByOrder(before: Side<Stood>, after: Side<Standing>): readonly Stood[] {
  return [...after.parts.keys()].flatMap((part) => {
    const [was, is] = [heldIn(before, part), heldIn(after, part)];
    return pairUp(was, is).flatMap(([old, now]) =>
      now.slots.map((stands, nth): Stood => ({ ...(old.slots[nth] as Stood), ...stands, foundBy: 'order' })),
    );
  });
}

function heldIn<S extends Standing>({ slots, parts }: Side<S>, part: string): readonly Held<S>[] {
  const held = Map.groupBy(
    slots.filter((slot) => slot.part === part),
    ({ paragraph }) => paragraph,
  );
  return (parts.get(part) ?? []).flatMap(({ paragraph, logical: { text } }) => {
    const own = held.get(paragraph) ?? [];
    const bare = own.reduceRight((words, { start, end }) => `${words.slice(0, start)}□${words.slice(end)}`, text);
    return text === '' && own.length === 0 ? [] : [{ text, bare, slots: own }];
  });
}

type Pair = readonly [Held<Stood>, Held<Standing>];
const WAYS: readonly ((held: Held<Standing>) => string)[] = [
  ({ text, bare }) => `${text}\t${bare}`,
  ({ bare }) => bare,
  ({ slots }) => String(slots.length),
];

/** Pairs with as many controls on both sides; what one way leaves apart the next looks at between its neighbours. */
function pairUp(was: readonly Held<Stood>[], is: readonly Held<Standing>[], way = 0): readonly Pair[] {
  const sameBy = WAYS[way];
  if (sameBy === undefined || was.length === 0 || is.length === 0) return [];
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...alignEqual(was.map(sameBy), is.map(sameBy)), [was.length, is.length] as const]) {
    pairs.push(...pairUp(was.slice(i, a), is.slice(j, b), way + 1));
    const [old, now] = [was[a], is[b]];
    if (old !== undefined && now !== undefined && old.slots.length === now.slots.length) pairs.push([old, now]);
    [i, j] = [a + 1, b + 1];
  }
  return pairs;
}
