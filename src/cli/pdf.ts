/** A PDF of the report where LibreOffice is found. */
import { readFileSync } from 'node:fs';
import { PDF_SECONDS, toPdf } from '../report/on-files.ts';
import type { Invocation } from './command.ts';
import { beside, writeOutputs } from './files.ts';

/** Files written: one, or none with a sentence why. */
export async function writePdf(
  docx: string,
  { tell, says }: Pick<Invocation, 'tell' | 'says'>,
  seconds = PDF_SECONDS,
): Promise<readonly string[]> {
  const made = await toPdf(readFileSync(docx), seconds);
  if ('failed' in made) {
    tell(
      made.failed === 'absent'
        ? says({ code: 'report.pdfUnavailable', data: {} })
        : says({ code: 'report.pdfFailed', data: { seconds } }),
    );
    return [];
  }
  const file = beside(docx, '.pdf');
  writeOutputs([{ file, content: made.pdf }]);
  return [file];
}
