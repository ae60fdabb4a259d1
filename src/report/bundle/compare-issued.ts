/** The issued copy against the report it was issued from: what left the office says what the report says, word for word. */
import { openWord, readParagraphs } from '../../engines/word/index.ts';
import type { Finding } from '../../kernel/index.ts';
import type { TraceFile } from '../contract.ts';
import { isDraftLine } from '../draft-line.ts';
import { issuedCopy } from '../filed/issued.ts';
import type { Manifest } from './manifest.ts';
import { CONTENTS } from './pack.ts';

/** Of the body: page numbers are drawn by the program that opens it. */
const textsOf = (docx: Uint8Array, file: string): readonly string[] =>
  readParagraphs(openWord(docx, file)).flatMap(({ at, text }) => (at.part === 'body' ? [text] : []));

/** One finding a paragraph that differs. Throws what keeps a file from being read or issued. */
export function compareIssued(
  report: Uint8Array,
  issued: Uint8Array,
  trace: TraceFile,
  { signed }: Pick<Manifest, 'signed'>,
): readonly Finding[] {
  const copy = issuedCopy({ docx: report, trace, filing: signed ?? {} }, CONTENTS.report);
  const wanted = textsOf(copy, CONTENTS.report);
  // The line of a draft goes with the signature; releases before 2026-11-29 left it where it stood.
  const mark = signed === undefined ? undefined : textsOf(report, CONTENTS.report).find(isDraftLine);
  const stands = textsOf(issued, CONTENTS.issued).filter((text) => text !== mark);
  return Array.from({ length: Math.max(wanted.length, stands.length) }).flatMap((_, at): Finding[] => {
    const [was = '', is = ''] = [stands[at], wanted[at]];
    if (was === is) return [];
    return [{ code: 'bundle.issued.differs', severity: 'error', at: { file: CONTENTS.issued }, data: { was, is } }];
  });
}
