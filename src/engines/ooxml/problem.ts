/** Why a file is not let in. Every row names the file; the sentence says what to do about it. */
import { problem, problems } from '../../kernel/index.ts';

interface InFile extends Readonly<Record<string, string | number>> {
  readonly file: string;
}
interface InPart extends InFile {
  readonly part: string;
}

export const OoxmlProblem = problems('ooxml', {
  empty: problem<InFile>(),
  tooLarge: problem<InFile & { readonly megabytes: number; readonly limit: number }>(),
  notZip: problem<InFile & { readonly kind: string }>(),
  truncated: problem<InFile>(),
  damaged: problem<InFile & { readonly part: string }>(),
  encrypted: problem<InFile>(),
  oldBinary: problem<InFile & { readonly kind: string }>(),
  macros: problem<InFile & { readonly kind: string }>(),
  wrongKind: problem<InFile & { readonly kind: string; readonly got: string }>(),
  tooManyEntries: problem<InFile & { readonly entries: number; readonly limit: number }>(),
  unpackedTooLarge: problem<InFile & { readonly limit: number }>(),
  ratio: problem<InPart & { readonly limit: number }>(),
  entryName: problem<InPart>(),
  duplicate: problem<InPart>(),
  overlap: problem<InPart>(),
  link: problem<InPart>(),
  method: problem<InPart & { readonly method: number }>(),
  missingPart: problem<InPart>(),
  doctype: problem<InPart>(),
  xmlDepth: problem<InPart & { readonly limit: number }>(),
  xmlAttributes: problem<InPart & { readonly limit: number }>(),
  xmlEncoding: problem<InPart & { readonly encoding: string }>(),
  xmlMalformed: problem<InPart>(),
});
