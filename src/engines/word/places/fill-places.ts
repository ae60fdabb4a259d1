/**
 * Texts put into the places of a bound template, in the template's own looks; its figures become controls like any
 * other, so whatever reads the result needs to know nothing of it. A place without a text keeps what it holds.
 *
 * 1. find the place     (bookmark)        => the body's blocks it covers
 * 2. take its looks     (those blocks)    => format of a paragraph, format of a heading
 * 3. write the texts    (TextBlock[])     => paragraphs between bookmarks of their names
 */
import type { PlacedText, TextBlock } from '../contract.ts';
import { CLOSE_CONTROL, openControl } from '../control.ts';
import { mainPartOf, openWord } from '../open.ts';
import { repack } from '../repack.ts';
import { placeParagraphs } from '../text/paragraphs.ts';
import { readStyles } from '../text/styles.ts';
import { applyChanges, type Change } from '../xml/edit.ts';
import { childOf, encodeXml, scanXml, type XmlElement } from '../xml/scan.ts';
import { type Bookmark, bookmarksOf, closeBookmark, openBookmark, placeMark, textMark } from './bookmarks.ts';
import { type Looks, looksOf } from './looks.ts';

export interface Filled {
  readonly bytes: Uint8Array;
  /** Places the template does not have. */
  readonly missing: readonly string[];
}

/** Ids of what is put in; those of a bound template lie below. */
const FIRST_ID = 500_000;

export function fillPlaces(bytes: Uint8Array, texts: readonly PlacedText[], file: string): Filled {
  const { package: pkg } = openWord(bytes, file);
  const main = mainPartOf(pkg);
  const source = pkg.text(main);
  const root = scanXml(source);
  const marks = new Map(bookmarksOf(source, root).map((mark) => [mark.name, mark]));
  const paragraphs = placeParagraphs(source, root);
  const styles = readStyles(pkg);
  let id = FIRST_ID;
  const nextId = (): number => {
    id += 1;
    return id;
  };
  const missing: string[] = [];
  const changes: Change[] = [];
  for (const [place, here] of Map.groupBy(texts, (text) => text.place)) {
    const mark = marks.get(placeMark(place));
    const covered = mark === undefined ? undefined : blocksBetween(root, mark, paragraphs);
    if (mark === undefined || covered === undefined) {
      missing.push(place);
      continue;
    }
    const looks = looksOf(source, covered, paragraphs, styles);
    const outer = nextId();
    const written = here.map(({ name, blocks }) => {
      const inner = nextId();
      const body = blocks.map((block) => writeBlock(block, looks, nextId)).join('');
      return openBookmark(textMark(name), inner) + body + closeBookmark(inner);
    });
    const text = openBookmark(placeMark(place), outer) + written.join('') + closeBookmark(outer);
    const { start, end } = covered;
    changes.push({ start, end, text });
    for (const old of [mark.start, mark.end])
      if (old.start < start || old.start >= end) changes.push({ start: old.start, end: old.end, text: '' });
  }
  return { bytes: repack(pkg, { changed: new Map([[main, applyChanges(source, changes)]]) }), missing };
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The blocks of the body a bookmark covers; undefined where it covers none. The one its end begins is not covered. */
function blocksBetween(
  root: XmlElement,
  { start, end }: Bookmark,
  paragraphs: ReturnType<typeof placeParagraphs>,
): Range | undefined {
  const hasTextBefore = (block: XmlElement): boolean =>
    paragraphs.some(
      ({ element, logical }) =>
        element.start >= block.start &&
        element.end <= block.end &&
        logical.pieces.some((piece) => piece.element.start < end.start),
    );
  const blocks = (childOf(root, 'w:body') ?? root).children.filter(
    (block) =>
      block !== start &&
      block !== end &&
      block.name !== 'w:sectPr' &&
      block.end > start.start &&
      (block.end <= end.start || (block.start < end.start && hasTextBefore(block))),
  );
  const [first, last] = [blocks[0], blocks.at(-1)];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

function writeBlock({ kind, pieces }: TextBlock, looks: Looks, nextId: () => number): string {
  const { paragraph, run } = looks[kind];
  const inRun = (words: string): string => `<w:r>${run}<w:t xml:space="preserve">${encodeXml(words)}</w:t></w:r>`;
  const runs = pieces.map((piece) =>
    typeof piece === 'string'
      ? inRun(piece)
      : openControl('text', piece.key, piece.label, nextId()) + inRun('') + CLOSE_CONTROL,
  );
  return `<w:p>${paragraph}${runs.join('')}</w:p>`;
}
