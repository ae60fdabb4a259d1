/** `luzhi slots`: the blanks of a plain file with kind, unit, the words around and the place; doubtful ones marked. */
import type { BoundSlot, FoundSlot, WordFile } from '../contract.ts';
import { readStanding } from '../extract/extract.ts';
import { readParagraphs } from '../text/paragraphs.ts';
import { type Doubtful, findDoubts } from './doubts.ts';
import { findBlanks, type RawBlank } from './forms.ts';
import { kindOf } from './kinds.ts';

/** Words told on each side of a blank. */
const AROUND = 12;

interface Placed {
  readonly text: string;
  readonly at: { readonly part: string; readonly paragraph: number };
  readonly inTable: boolean;
  readonly bound?: readonly { readonly start: number; readonly end: number }[];
}

/** Ids `s001` and on in reading order over the whole file. What stands in a control of ours is bound and open no more. */
export function findSlots(file: WordFile): readonly FoundSlot[] {
  return findIn(
    readParagraphs(file).map(({ text, at, table, controls }) => ({
      text,
      at,
      inTable: table !== undefined,
      bound: controls,
    })),
  );
}

/** Lines of a plain text are its paragraphs. */
export function findSlotsInText(text: string): readonly FoundSlot[] {
  return findIn(
    text.split(/\r?\n/).map((line, paragraph) => ({ text: line, at: { part: 'body', paragraph }, inTable: false })),
  );
}

function findIn(paragraphs: readonly Placed[]): readonly FoundSlot[] {
  const found = paragraphs.flatMap((paragraph) => slotsOf(paragraph));
  const width = Math.max(3, String(found.length).length);
  return found.map((slot, index) => ({ id: `s${String(index + 1).padStart(width, '0')}`, ...slot }));
}

/** Slots of a template that are bound already, in reading order, by their keys. */
export function findBound(bytes: Uint8Array, file: string): readonly BoundSlot[] {
  return readStanding(bytes, file).slots.map(({ key, label, text, before, after, part, paragraph, start }) => ({
    slot: key,
    label,
    text,
    before,
    after,
    at: { part, paragraph, offset: start },
  }));
}

const isDoubtful = (blank: RawBlank | Doubtful): blank is Doubtful => 'doubt' in blank;

function slotsOf({ text, at, inTable, bound = [] }: Placed): readonly Omit<FoundSlot, 'id'>[] {
  const sure = findBlanks(text);
  const doubts = inTable ? [] : findDoubts(text, sure);
  const isOpen = (blank: RawBlank): boolean => !bound.some(({ start, end }) => blank.start < end && start < blank.end);
  return [...sure, ...doubts]
    .filter(isOpen)
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((blank) => {
      const before = text.slice(Math.max(0, blank.start - AROUND), blank.start);
      const after = text.slice(blank.end, blank.end + AROUND);
      return {
        text: blank.text,
        ...kindOf(blank.text, before, after),
        before,
        after,
        ...(isDoubtful(blank) ? { doubtful: blank.doubt } : {}),
        inTable,
        at: { ...at, offset: blank.start },
      };
    });
}
