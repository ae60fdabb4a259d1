/** Tables to take away as CSV that Excel and WPS open with their Chinese whole, and in which no text is a formula. */
import { save } from '../shell/api.ts';

const NUMBER = /^[+\-−]?\d{1,20}(\.\d{1,20})?%?$/;

/** Text that a spreadsheet would run stands behind a quote; numbers stay numbers. */
export function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text.replace('−', '-');
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

export const saveCsv = (name: string, rows: readonly (readonly string[])[]): void =>
  save(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
