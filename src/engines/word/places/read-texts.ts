/** Texts that were put into places, read back from a file that may have been edited since. */
import type { TextBlock, TextPiece } from '../contract.ts';
import { markOf } from '../control.ts';
import { mainPartOf, openWord } from '../open.ts';
import { type PlacedParagraph, placeParagraphs } from '../text/paragraphs.ts';
import { readStyles, type StyleNames } from '../text/styles.ts';
import { attributeOf, childOf, scanXml } from '../xml/scan.ts';
import { type Bookmark, bookmarksOf, textOfMark } from './bookmarks.ts';

/** By name; one whose bookmarks are gone is absent. Empty paragraphs and tables are no part of a text. */
export function readTexts(bytes: Uint8Array, file: string): ReadonlyMap<string, readonly TextBlock[]> {
  const { package: pkg } = openWord(bytes, file);
  const source = pkg.text(mainPartOf(pkg));
  const root = scanXml(source);
  const paragraphs = placeParagraphs(source, root);
  const styles = readStyles(pkg);
  return new Map(
    bookmarksOf(source, root).flatMap((mark) => {
      const name = textOfMark(mark.name);
      if (name === undefined) return [];
      const within = paragraphs.filter((paragraph) => stands(paragraph, mark));
      const blocks = within.map((paragraph) => readBlock(source, paragraph, styles));
      return [[name, blocks.filter(({ pieces }) => pieces.length > 0)] as const];
    }),
  );
}

/** The paragraph in which the end stands before any of its words is the next one. */
const stands = ({ element, logical, table }: PlacedParagraph, { start, end }: Bookmark): boolean =>
  table === undefined &&
  element.end > start.start &&
  (element.end <= end.start || logical.pieces.some((piece) => piece.element.start < end.start));

function readBlock(source: string, { element, logical }: PlacedParagraph, styles: StyleNames): TextBlock {
  const properties = childOf(element, 'w:pPr');
  const value = (name: string): string | undefined => {
    const found = childOf(properties, name);
    return found === undefined ? undefined : attributeOf(source, found, 'val');
  };
  const outline = value('w:outlineLvl') ?? styles.get(value('w:pStyle') ?? '')?.outline;
  const pieces: TextPiece[] = [];
  let at = 0;
  const words = (to: number): void => {
    if (to > at) pieces.push(logical.text.slice(at, to));
  };
  for (const { control, start, end } of logical.controls.toSorted((a, b) => a.start - b.start)) {
    const mark = markOf(source, control);
    if (mark?.role !== 'text' || start < at) continue;
    words(start);
    pieces.push({ key: mark.key, label: mark.label });
    at = end;
  }
  words(logical.text.length);
  const isBlank = pieces.every((piece) => typeof piece === 'string' && piece.trim() === '');
  return { kind: outline === undefined ? 'paragraph' : 'heading', pieces: isBlank ? [] : pieces };
}
