/** Cells in and out: workbooks of Excel and WPS, tables of text, and numbers as people type them. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { columnLetters, parseAddress, printAddress } from './address.ts';
export { UNCALCULATED, UNREADABLE_NUMBER } from './cell-value.ts';
export * from './contract.ts';
export { decodeText } from './decode-text.ts';
export { type NumberNote, type NumberText, parseNumberText } from './number-text.ts';
export { readCsv } from './read-csv.ts';
export { readWorkbook } from './read-workbook.ts';
export { writeWorkbook } from './write-workbook.ts';

export const messages = { zh, en };
