/**
 * The blanks of a plain file, for people to decide: those found for sure, those in doubt, spans of years that are
 * wrong as they stand; rows of a table that repeat are one row.
 */
import {
  type FoundSlot,
  findSlots,
  readParagraphs,
  type WordFile,
  type WordParagraph,
} from '../../engines/word/index.ts';
import type { Finding } from '../../kernel/index.ts';
import { lintParagraphs } from '../lint/index.ts';
import type { Asking } from '../suggest/index.ts';
import { askingsOf } from './askings.ts';
import type { Blank } from './contract.ts';
import { repeatedRows } from './rows.ts';
import { wordsFor } from './words.ts';

export interface ReadTemplate {
  /** Of the body. */
  readonly paragraphs: readonly WordParagraph[];
  readonly blanks: readonly Blank[];
  /** One for each blank. */
  readonly askings: readonly Asking[];
}

export function readTemplate(file: WordFile): ReadTemplate {
  const paragraphs = readParagraphs(file).filter(({ at }) => at.part === 'body');
  const wrong = lintParagraphs(paragraphs).filter(({ code, severity }) => code === 'TM-1' && severity === 'error');
  const found = findSlots(file).filter(({ at }) => at.part === 'body' && !wrong.some((span) => covers(span, at)));
  const faults = wrong.flatMap((finding) => faultOf(finding, paragraphs));
  const slots = [...found, ...faults.map(({ slot }) => slot)].sort(byPlace);
  const rows = repeatedRows(paragraphs, slots);
  const kept = slots.flatMap((slot) => rows.foldedInto(slot) ?? []);
  const rights = new Map(faults.map(({ slot, right }) => [slot, right]));
  const blanks = kept.map(({ slot, row }): Blank => {
    const right = rights.get(slot);
    const doubt = right === undefined ? slot.doubtful : 'wrong';
    return {
      id: `p${slot.at.paragraph}.${slot.at.offset}-${slot.at.offset + slot.text.length}`,
      paragraph: slot.at.paragraph,
      start: slot.at.offset,
      end: slot.at.offset + slot.text.length,
      text: slot.text,
      kind: slot.kind,
      ...(slot.unit === undefined ? {} : { unit: slot.unit }),
      ...(doubt === undefined ? {} : { doubt }),
      words: right === undefined ? wordsFor(slot) : [right],
      ...(row === undefined ? {} : { row }),
    };
  });
  const askings = askingsOf(
    paragraphs,
    kept.map(({ slot }) => slot),
  );
  return { paragraphs, blanks, askings };
}

const byPlace = (a: FoundSlot, b: FoundSlot): number =>
  a.at.paragraph - b.at.paragraph || a.at.offset - b.at.offset || a.text.length - b.text.length;

const covers = ({ at: span, quote = '' }: Finding, at: FoundSlot['at']): boolean =>
  span.part === at.part &&
  span.paragraph === at.paragraph &&
  at.offset >= (span.offset ?? 0) &&
  at.offset < (span.offset ?? 0) + quote.length;

/** A span of years as a blank, with the span that would be right as far as its words tell. */
function faultOf(
  { at, quote = '', data }: Finding,
  paragraphs: readonly WordParagraph[],
): readonly { readonly slot: FoundSlot; readonly right: string }[] {
  const { paragraph, offset } = at;
  const text = paragraphs.find(({ at: place }) => place.paragraph === paragraph)?.text;
  if (paragraph === undefined || offset === undefined || text === undefined) return [];
  const slot: FoundSlot = {
    id: '',
    text: quote,
    kind: 'year',
    before: text.slice(Math.max(0, offset - 12), offset),
    after: text.slice(offset + quote.length, offset + quote.length + 12),
    inTable: false,
    at: { part: 'body', paragraph, offset },
  };
  const closing = quote.endsWith('年') ? '年' : '';
  return [{ slot, right: `${data.from}—${data.to}${closing}` }];
}
