/** Finds the head row of a sheet and its columns by their words, wherever rows or columns were put in or moved. */
import type { Cell, Sheet } from '../../engines/sheet/index.ts';
import { shownText } from './value.ts';

/** Rows looked at from the top; a head further down belongs to another table. */
const HEAD_SEARCH = 60;

export interface Head {
  readonly row: number;
  /** Column number -> words, trimmed. */
  readonly words: ReadonlyMap<number, string>;
}

/** Line ends and spaces inside a head are how it was laid out, not what it says. */
export const headWords = (cell: Cell): string => shownText(cell.value).replace(/[\s　]+/gu, '');

/** The first row that has all of `needed`. */
export function findHead(sheet: Sheet, needed: readonly string[]): Head | undefined {
  for (const [row, cells] of sheet.rows) {
    if (row > HEAD_SEARCH) return undefined;
    if (cells.length < needed.length) continue;
    const words = new Map(cells.map((cell) => [cell.column, headWords(cell)]));
    const present = [...words.values()];
    if (needed.every((word) => present.some((each) => each === word || each.startsWith(`${word}（`))))
      return { row, words };
  }
  return undefined;
}

export const columnOf = (head: Head, word: string): number | undefined =>
  [...head.words].find(([, words]) => words === word)?.[0] ??
  [...head.words].find(([, words]) => words.startsWith(`${word}（`))?.[0];

/** Cells of a row by column. */
export const cellsOf = (cells: readonly Cell[]): ReadonlyMap<number, Cell> =>
  new Map(cells.map((cell) => [cell.column, cell]));

/** Several codes in one cell: `B3.1-01、B3.1-02`. */
export const listOf = (text: string): string[] => text.split(/[\s、,，;；]+/u).filter((part) => part !== '');

const TOTAL = /(?:合计|总计|小计|共计)[：:]?$/u;

/** 合计, 合 计, 全县合计: a row people add below a list. It repeats the rows above and is nobody's own. */
export const isTotal = (words: string): boolean => TOTAL.test(words.replace(/[\s　]+/gu, ''));

export const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : shownText(cell.value).trim());
