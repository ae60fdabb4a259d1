/**
 * What a report says once it is signed: number, signatory and day as registered stand in their places, and
 * the line of a draft is gone.
 */
import { issueCopy, unmarkDraft } from '../../engines/word/index.ts';
import type { SlotTrace, TraceFile } from '../contract.ts';
import { isDraftLine } from '../draft-line.ts';
import type { Registration } from './registration.ts';
import { withFigures } from './with-figures.ts';

interface Filed {
  readonly docx: Uint8Array;
  readonly trace: TraceFile;
  readonly filing: Pick<Registration, 'number' | 'signatory' | 'signedOn'>;
}

/** The file with what was registered in its places; as it is while nothing was. */
export function withRegistered({ docx, trace, filing }: Filed): Uint8Array {
  const places = new Map(
    trace.slots.flatMap((slot) => {
      const given = registeredFor(slot, filing);
      return given === undefined ? [] : [[`${slot.slot}.${slot.occurrence}`, given] as const];
    }),
  );
  return places.size === 0 ? docx : withFigures(docx, places).docx;
}

/** Number and signatory by the facts a template asks for; the day, which units may propose, by the name of its place. */
function registeredFor({ formula, label }: SlotTrace, { number, signatory, signedOn }: Filed['filing']) {
  if (formula === '@docNumber') return number;
  if (formula === '@signatory') return signatory;
  if (!label.endsWith('成文日期') || signedOn === undefined) return undefined;
  const [year, month, day] = signedOn.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** As it reads once it is signed. */
export function asSigned(filed: Filed): Uint8Array {
  const given = withRegistered(filed);
  return filed.filing.number === undefined ? given : unmarkDraft(given, 'report.docx', isDraftLine);
}

/** The copy that leaves the office. Throws `word.trackedChanges`. */
export const issuedCopy = (filed: Filed, file: string): Uint8Array => issueCopy(asSigned(filed), file);
