/** How many lines of a page things take: a Chinese character is one of 28 in a line, a Latin letter or a digit half. */
import type { ParagraphBlock, Run, TableBlock } from '../../engines/word/index.ts';

export const LINES = 22;
export const CHARACTERS = 28;
type Row = TableBlock['rows'][number];

/** The title is set half as large again. */
const TITLE_SIZE = 1.5;
/** Tables are set smaller: a row takes less of a line, and a line holds more. */
const ROW_LINES = 0.82;
const TABLE_CHARACTERS = 32;

export const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => (typeof run === 'string' ? run : run.text)).join('');

const widthOf = (character: string): number => (/[ -ÿ]/.test(character) ? 0.5 : 1);
const widthOfText = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0);

export function linesOf({ runs, level, align, indented }: ParagraphBlock, continued: boolean): number {
  const size = level === 1 && align === 'center' ? TITLE_SIZE : 1;
  const indent = indented === true && !continued ? 2 : 0;
  const lines = Math.max(1, Math.ceil(((widthOfText(textOf(runs)) + indent) * size) / CHARACTERS));
  return lines * size;
}

/** Characters that fill so many lines. */
export function fillOf({ runs, indented }: ParagraphBlock, lines: number, continued: boolean): number {
  let room = lines * CHARACTERS - (indented === true && !continued ? 2 : 0);
  const text = textOf(runs);
  let at = 0;
  while (at < text.length && room >= widthOf(text[at] ?? '')) {
    room -= widthOf(text[at] ?? '');
    at += 1;
  }
  return at;
}

/** Columns are as wide as their texts ask: a row is as high as all its words together fill the line, once and over. */
export function linesOfRow({ cells }: Row): number {
  const width = cells.reduce((sum, { paragraphs }) => {
    return sum + paragraphs.reduce((all, { runs }) => all + widthOfText(textOf(runs)), 0);
  }, 0);
  const stacked = Math.max(1, ...cells.map(({ paragraphs }) => paragraphs.length));
  return ROW_LINES * Math.max(stacked, Math.ceil(width / TABLE_CHARACTERS));
}
