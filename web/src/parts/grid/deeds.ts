/** What clearing, filling down and pasting over a block change, and what of it is copied. */
import { spotsOf } from './block.ts';
import type { Block, Change, Spot } from './contract.ts';
import type { Field } from './move.ts';
import type { Sheet } from './use-selection.ts';

type Texts = readonly (readonly string[])[];

const typable = (block: Block, sheet: Sheet): readonly Spot[] => spotsOf(block).filter((spot) => sheet.canType(spot));

export const cleared = (block: Block, sheet: Sheet): readonly Change[] =>
  typable(block, sheet).map((spot) => ({ ...spot, text: '' }));

/** One row takes what stands above it; of several the first fills the others. */
export function filledDown(block: Block, sheet: Sheet): readonly Change[] {
  const top = block.top === block.bottom ? Math.max(0, block.top - 1) : block.top;
  return typable(block, sheet)
    .filter(({ row }) => row > top)
    .map((spot) => {
      const source = sheet.cellAt({ row: top, column: spot.column });
      return { ...spot, text: source?.typed ?? source?.text ?? '' };
    });
}

/** One value over a block fills it; a block lands at the corner. */
export function pasted(texts: Texts, block: Block, sheet: Sheet): readonly Change[] {
  const one = texts.length === 1 && texts[0]?.length === 1 ? (texts[0][0] ?? '') : undefined;
  const isWide = block.top !== block.bottom || block.left !== block.right;
  return one !== undefined && isWide
    ? typable(block, sheet).map((spot) => ({ ...spot, text: one }))
    : laidAt({ row: block.top, column: block.left }, texts, sheet);
}

/** Headings are stepped over, and nothing goes beyond the edge. */
function laidAt(corner: Spot, texts: Texts, field: Field): Change[] {
  const changes: Change[] = [];
  let row = corner.row;
  for (const line of texts) {
    while (row < field.rows && field.isHeading(row)) row += 1;
    for (const [over, text] of line.entries()) changes.push({ row, column: corner.column + over, text });
    row += 1;
  }
  return changes;
}

/** Without headings; numbers plain, as a spreadsheet takes them. */
export const copied = ({ top, left, bottom, right }: Block, sheet: Sheet): Texts =>
  Array.from({ length: bottom - top + 1 }, (_, at) => top + at)
    .filter((row) => !sheet.isHeading(row))
    .map((row) =>
      Array.from({ length: right - left + 1 }, (_, at) => plain(sheet.cellAt({ row, column: left + at })?.text ?? '')),
    );

const plain = (text: string): string =>
  text.replace(/^(−?[\d,]+(?:\.\d+)?)$/, (digits) => digits.replace(/,/g, '').replace('−', '-'));
