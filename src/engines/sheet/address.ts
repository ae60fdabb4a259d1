/** `F7` and `B2:D2`: addresses as people see them, with Excel's own bounds. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

export interface Address {
  /** From 1. */
  readonly row: number;
  readonly column: number;
}

const ADDRESS = /^([A-Z]{1,3})([1-9]\d{0,6})$/;

/** Undefined for what is no cell of a sheet. */
export function parseAddress(text: string): Address | undefined {
  const match = ADDRESS.exec(text);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row <= LAST_ROW && column <= LAST_COLUMN ? { row, column } : undefined;
}

/** 28 => `AB`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export const printAddress = ({ row, column }: Address): string => `${columnLetters(column)}${row}`;
