/** `F7` and `B2:D2`: addresses as people see them, with Excel's own bounds. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

export interface Address {
  /** From 1. */
  readonly row: number;
  readonly column: number;
}

const [A, Z, ZERO, NINE] = [65, 90, 48, 57];

/** Undefined for what is no cell of a sheet. Read by character codes: it is asked once a cell. */
export function parseAddress(text: string): Address | undefined {
  let at = 0;
  let column = 0;
  for (; at < 3; at += 1) {
    const code = text.charCodeAt(at);
    if (!(code >= A && code <= Z)) break;
    column = column * 26 + code - A + 1;
  }
  const digits = text.length - at;
  if (digits < 1 || digits > 7 || text.charCodeAt(at) === ZERO) return undefined;
  let row = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!(code >= ZERO && code <= NINE)) return undefined;
    row = row * 10 + code - ZERO;
  }
  return column >= 1 && column <= LAST_COLUMN && row <= LAST_ROW ? { row, column } : undefined;
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
