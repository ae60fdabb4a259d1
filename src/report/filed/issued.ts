/**
 * What a report says once it is signed: the number and the signatory that were registered stand in their places, and
 * the line of a draft is gone.
 */
import { issueCopy, unmarkDraft } from '../../engines/word/index.ts';
import type { TraceFile } from '../contract.ts';
import { isDraftLine } from '../draft-line.ts';
import { withFigures } from './with-figures.ts';

/** Facts a template keeps places for, by the field of the filing that answers them. */
const GIVEN: ReadonlyMap<string, 'number' | 'signatory'> = new Map([
  ['@docNumber', 'number'],
  ['@signatory', 'signatory'],
]);

interface Filed {
  readonly docx: Uint8Array;
  readonly trace: TraceFile;
  readonly filing: { readonly number?: string; readonly signatory?: string };
}

/** The file with what was registered; as it is while nothing was. */
export function asSigned({ docx, trace, filing }: Filed): Uint8Array {
  const places = new Map<string, string>();
  for (const { slot, occurrence, formula } of trace.slots) {
    const field = GIVEN.get(formula);
    const given = field === undefined ? undefined : filing[field];
    if (given !== undefined) places.set(`${slot}.${occurrence}`, given);
  }
  const given = places.size === 0 ? docx : withFigures(docx, places).docx;
  return filing.number === undefined ? given : unmarkDraft(given, 'report.docx', isDraftLine);
}

/** The copy that leaves the office. Throws `word.trackedChanges`. */
export const issuedCopy = (filed: Filed, file: string): Uint8Array => issueCopy(asSigned(filed), file);
