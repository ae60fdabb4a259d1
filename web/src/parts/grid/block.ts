/** Blocks of cells: what is chosen between two corners. */
import type { Block, Spot } from './contract.ts';

export const blockOf = (a: Spot, b: Spot): Block => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.column, b.column),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.column, b.column),
});

/** From left to right, from above to below. */
export const spotsOf = ({ top, left, bottom, right }: Block): readonly Spot[] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, over) => ({ row: top + down, column: left + over })),
  ).flat();
