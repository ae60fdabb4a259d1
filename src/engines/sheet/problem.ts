/** Why a workbook or a table cannot be read at all. What is wrong with one value is said by the value itself. */
import { problem, problems } from '../../kernel/index.ts';

interface InFile extends Readonly<Record<string, string | number>> {
  readonly file: string;
}

export const SheetProblem = problems('sheet', {
  noSheets: problem<InFile>(),
  address: problem<InFile & { readonly sheet: string; readonly cell: string }>(),
  sharedString: problem<InFile & { readonly sheet: string; readonly cell: string }>(),
  tooManyCells: problem<InFile & { readonly limit: number }>(),
  tooManyMerges: problem<InFile & { readonly sheet: string; readonly limit: number }>(),
  textTooLong: problem<{ readonly sheet: string; readonly cell: string; readonly limit: number }>(),
  csvEmpty: problem<InFile>(),
  csvTooLarge: problem<InFile & { readonly limit: number }>(),
  csvEncoding: problem<InFile>(),
  csvBinary: problem<InFile>(),
  csvQuote: problem<InFile & { readonly line: number }>(),
});
