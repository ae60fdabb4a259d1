/**
 * Changes to a stretch of a paragraph's logical text, whatever runs it lies in. The first run's formatting wins.
 */

import { textElements } from '../run-text.ts';
import { type LogicalText, RUN_FURNITURE, type TextPiece } from '../text/logical.ts';
import type { Change } from '../xml/edit.ts';
import { childOf, encodeXml, type XmlElement } from '../xml/scan.ts';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Text pieces a stretch touches; an empty stretch touches the piece it stands in or behind. */
export function piecesOf({ pieces }: LogicalText, { start, end }: Stretch): readonly TextPiece[] {
  const touched = pieces.filter((piece) => piece.start < end && piece.start + piece.text.length > start);
  if (touched.length > 0) return touched;
  const near = pieces.find((piece) => start >= piece.start && start <= piece.start + piece.text.length);
  return near === undefined ? [] : [near];
}

const textElement = (element: XmlElement, text: string): Change => ({
  start: element.start,
  end: element.end,
  text: text === '' ? '<w:t/>' : `<w:t xml:space="preserve">${encodeXml(text)}</w:t>`,
});

/** The stretch's text becomes `replacement`: into the first piece, out of the others. Undefined when it covers tabs or breaks only. */
export function replaceStretch(
  logical: LogicalText,
  stretch: Stretch,
  replacement: string,
): readonly Change[] | undefined {
  const pieces = piecesOf(logical, stretch);
  if (pieces.length === 0 || pieces.some(({ element }) => element.name !== 'w:t')) return undefined;
  return pieces.map((piece, index) => {
    const before = piece.text.slice(0, Math.max(0, stretch.start - piece.start));
    const after = piece.text.slice(Math.max(0, stretch.end - piece.start));
    return textElement(piece.element, before + (index === 0 ? replacement : '') + after);
  });
}

/** A line break where the offset is. Undefined when no text stands there. */
export function breakBefore({ pieces }: LogicalText, at: number): readonly Change[] | undefined {
  const piece = pieces.find(
    ({ start, text, element }) => element.name === 'w:t' && at >= start && at < start + text.length,
  );
  if (piece === undefined) return undefined;
  const cut = at - piece.start;
  const { start, end } = piece.element;
  const text = `${textElements(piece.text.slice(0, cut))}<w:br/>${textElements(piece.text.slice(cut))}`;
  return [{ start, end, text }];
}

/**
 * Puts `open` and `close` round the stretch, which becomes one run. Proofing marks between its runs go, bookmarks and
 * comment marks move behind it. Undefined when its runs are no neighbours: a link, a control, a tracked change, a
 * picture or a note begins, ends or stands between them and would be lost.
 */
export function wrapStretch(
  source: string,
  logical: LogicalText,
  stretch: Stretch,
  open: string,
  close: string,
): readonly Change[] | undefined {
  const pieces = piecesOf(logical, stretch);
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (pieces.some(({ plain, parent }) => !plain || parent !== first.parent)) return undefined;
  const between = first.parent.children.filter(({ start, end }) => start >= first.run.end && end <= last.run.start);
  if (!between.every(isPassed)) return undefined;
  const inside = pieces
    .map((piece) => piece.text.slice(Math.max(0, stretch.start - piece.start), Math.max(0, stretch.end - piece.start)))
    .join('');
  const before = first.text.slice(0, Math.max(0, stretch.start - first.start));
  const after = last.text.slice(Math.max(0, stretch.end - last.start));
  const texts = logical.pieces.filter(({ run }) => run === first.run || run === last.run);
  // Text pieces of the same runs that the stretch does not touch keep their places around it.
  const lead =
    texts
      .filter((piece) => piece.run === first.run && piece.start < first.start)
      .map(({ text }) => text)
      .join('') + before;
  const tail =
    after +
    texts
      .filter((piece) => piece.run === last.run && piece.start > last.start)
      .map(({ text }) => text)
      .join('');
  const [firstFormat, lastFormat] = [formatOf(source, first.run), formatOf(source, last.run)];
  const text =
    run(firstFormat, lead) +
    open +
    run(firstFormat, inside, true) +
    close +
    between
      .filter(({ name }) => MARKS.has(name))
      .map(({ start, end }) => source.slice(start, end))
      .join('') +
    run(lastFormat, tail);
  return [{ start: first.run.start, end: last.run.end, text }];
}

const formatOf = (source: string, of: XmlElement): string => {
  const properties = childOf(of, 'w:rPr');
  return properties === undefined ? '' : source.slice(properties.start, properties.end);
};

const run = (format: string, text: string, evenEmpty = false): string =>
  text === '' && !evenEmpty ? '' : `<w:r>${format}<w:t xml:space="preserve">${encodeXml(text)}</w:t></w:r>`;

const MARKS = new Set([
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:permStart',
  'w:permEnd',
]);

/** What may stand between the runs of a stretch: runs of text, marks that are kept, proofing marks. */
const isPassed = ({ name, children }: XmlElement): boolean =>
  name === 'w:proofErr' ||
  MARKS.has(name) ||
  (name === 'w:r' && children.every((child) => RUN_FURNITURE.has(child.name)));
