/** What a workbook or a table may hold at most; every cell read takes memory, so cells are what is counted. */
export const CELLS = 3_000_000;
export const MERGES = 100_000;
export const CSV_BYTES = 50 * 1024 * 1024;
/** Characters of one cell, Excel's own bound. */
export const CELL_TEXT = 32_767;
