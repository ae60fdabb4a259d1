import type { Sentences } from '../../kernel/index.ts';

interface Data {
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly limit: number;
  readonly line: number;
}

const RESAVE = 'Open it in Excel or WPS, save it under a new name and hand that in.';

export const en = {
  'sheet.noSheets': (d: Data) => `${d.file} has no sheet that can be read. ${RESAVE}`,
  'sheet.address': (d: Data) => `“${d.sheet}” in ${d.file} has a cell at a wrong place, ${d.cell}. ${RESAVE}`,
  'sheet.sharedString': (d: Data) => `The text of ${d.cell} in “${d.sheet}” is not in ${d.file}. ${RESAVE}`,
  'sheet.tooManyCells': (d: Data) => `${d.file} has more than ${d.limit} cells. Split it into several files.`,
  'sheet.tooManyMerges': (d: Data) =>
    `“${d.sheet}” in ${d.file} has more than ${d.limit} merged ranges. Unmerge them and hand it in again.`,
  'sheet.textTooLong': (d: Data) =>
    `The text for ${d.cell} in “${d.sheet}” is longer than ${d.limit} characters, more than a cell holds. Shorten it and export again.`,
  'sheet.csvEmpty': (d: Data) => `${d.file} is empty (0 bytes). Export it again.`,
  'sheet.csvTooLarge': (d: Data) => `${d.file} has more than ${d.limit} MB. Split it into several files.`,
  'sheet.csvEncoding': (d: Data) => `${d.file} is neither UTF-8 nor GBK. Save it as CSV in UTF-8.`,
  'sheet.csvBinary': (d: Data) =>
    `${d.file} is not a table of text; perhaps only its extension was changed. Save it as CSV.`,
  'sheet.csvQuote': (d: Data) =>
    `A quote opened at line ${d.line} of ${d.file} is never closed. Close it or export again.`,
} satisfies Sentences;
