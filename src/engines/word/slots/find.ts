/** `luzhi slots`: the blanks of a plain file with kind, unit, the words around and the place; doubtful ones marked. */
import type { FoundSlot, WordFile } from '../contract.ts';
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
}

/** Ids `s001` and on in reading order over the whole file. */
export function findSlots(file: WordFile): readonly FoundSlot[] {
  return findIn(readParagraphs(file).map(({ text, at, table }) => ({ text, at, inTable: table !== undefined })));
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

const isDoubtful = (blank: RawBlank | Doubtful): blank is Doubtful => 'doubt' in blank;

function slotsOf({ text, at, inTable }: Placed): readonly Omit<FoundSlot, 'id'>[] {
  const sure = findBlanks(text);
  const doubts = inTable ? [] : findDoubts(text, sure);
  return [...sure, ...doubts]
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
