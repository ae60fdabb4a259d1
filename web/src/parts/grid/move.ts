/** Where a key leads. Headings are stepped over; Tab goes from one cell that can be filled to the next, and wraps. */
import type { Spot } from './contract.ts';

export interface Field {
  readonly rows: number;
  readonly columns: number;
  isHeading(row: number): boolean;
  canType(spot: Spot): boolean;
  isEmpty(spot: Spot): boolean;
  /** Rows a page holds. */
  readonly page: number;
}

export type Step =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'rowStart'
  | 'rowEnd'
  | 'pageUp'
  | 'pageDown'
  | 'nextEmpty';

export function stepFrom(from: Spot, step: Step, field: Field): Spot {
  const { row, column } = from;
  switch (step) {
    case 'up':
      return { row: rowBeside(row, -1, field), column };
    case 'down':
      return { row: rowBeside(row, 1, field), column };
    case 'left':
      return { row, column: Math.max(0, column - 1) };
    case 'right':
      return { row, column: Math.min(field.columns - 1, column + 1) };
    case 'rowStart':
      return { row, column: 0 };
    case 'rowEnd':
      return { row, column: field.columns - 1 };
    case 'first':
      return { row: rowBeside(-1, 1, field), column: 0 };
    case 'last':
      return { row: rowBeside(field.rows, -1, field), column: field.columns - 1 };
    case 'pageUp':
      return { row: pageFrom(row, -1, field), column };
    case 'pageDown':
      return { row: pageFrom(row, 1, field), column };
    case 'next':
      return around(from, 1, field, (spot) => field.canType(spot));
    case 'back':
      return around(from, -1, field, (spot) => field.canType(spot));
    case 'nextEmpty':
      return around(from, 1, field, (spot) => field.canType(spot) && field.isEmpty(spot));
  }
}

/** The next row that is no heading; where there is none, the row itself. */
function rowBeside(row: number, by: 1 | -1, { rows, isHeading }: Field): number {
  for (let at = row + by; at >= 0 && at < rows; at += by) if (!isHeading(at)) return at;
  return Math.min(Math.max(row, 0), rows - 1);
}

function pageFrom(row: number, by: 1 | -1, field: Field): number {
  const wanted = Math.min(Math.max(row + by * field.page, 0), field.rows - 1);
  return field.isHeading(wanted) ? rowBeside(wanted, by === 1 && wanted < field.rows - 1 ? 1 : -1, field) : wanted;
}

/** The next cell in reading order that is wanted, round the end; the cell itself where none is. */
function around({ row, column }: Spot, by: 1 | -1, { rows, columns }: Field, isWanted: (spot: Spot) => boolean): Spot {
  const from = row * columns + column;
  const count = rows * columns;
  for (let tried = 1; tried < count; tried += 1) {
    const at = (from + by * tried + count) % count;
    const spot = { row: Math.floor(at / columns), column: at % columns };
    if (isWanted(spot)) return spot;
  }
  return { row, column };
}
