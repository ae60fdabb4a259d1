/** Tables as text: UTF-8, the GBK that Chinese Excel saves, or its UTF-16 "Unicode text"; commas, tabs or semicolons. */

import { printAddress } from './address.ts';
import type { Sheet } from './contract.ts';
import { decodeText } from './decode-text.ts';
import { CELLS, CSV_BYTES } from './limits.ts';
import { SheetProblem } from './problem.ts';
import { CellTable } from './read-sheet.ts';

/** Every value is text: a table of text does not say what is a number. The sheet has the file's name. */
export function readCsv(bytes: Uint8Array, file: string): Sheet {
  if (bytes.length === 0) throw SheetProblem.csvEmpty({ file });
  if (bytes.length > CSV_BYTES) throw SheetProblem.csvTooLarge({ file, limit: CSV_BYTES / 1024 / 1024 });
  const text = decodeText(bytes);
  if (text === undefined) throw SheetProblem.csvEncoding({ file });
  if (text.includes('\u0000')) throw SheetProblem.csvBinary({ file });
  const table = new CellTable(file, false);
  let [count, row] = [0, 0];
  for (const fields of records(text, delimiterOf(text), file)) {
    row += 1;
    const cells = fields.flatMap((field, index) => {
      const column = index + 1;
      const value = { kind: 'text', text: field } as const;
      return field === '' ? [] : [{ address: printAddress({ row, column }), row, column, value, formula: false }];
    });
    count += fields.length;
    if (count > CELLS) throw SheetProblem.tooManyCells({ file, limit: CELLS });
    if (cells.length > 0) table.rows.set(row, cells);
  }
  return table;
}

const DELIMITERS = [',', '\t', ';'] as const;

/** The one met most often in the first line. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = DELIMITERS.map((sign) => line.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** RFC 4180: a quoted field may hold delimiters, line ends and doubled quotes. Blank lines count as rows. */
function* records(text: string, delimiter: string, file: string): Generator<string[]> {
  let fields: string[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    let field: string;
    if (text[at] === '"') {
      const start = at + 1;
      let end = text.indexOf('"', start);
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      if (end < 0) throw SheetProblem.csvQuote({ file, line });
      field = text.slice(start, end).replaceAll('""', '"');
      line += field.split('\n').length - 1;
      at = end + 1;
      // Words behind the closing quote belong to the field, as Excel reads it.
      const rest = fieldEnd(text, at, delimiter);
      field += text.slice(at, rest);
      at = rest;
    } else {
      const end = fieldEnd(text, at, delimiter);
      field = text.slice(at, end);
      at = end;
    }
    fields.push(field);
    const sign = text[at];
    if (sign === delimiter) {
      at += 1;
      if (at < text.length) continue;
      fields.push('');
    }
    at += sign === '\r' && text[at + 1] === '\n' ? 2 : sign === delimiter ? 0 : 1;
    line += 1;
    yield fields;
    fields = [];
  }
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}
