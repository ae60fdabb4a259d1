/** What ends the making of a report. */
import { problem, problems } from '../kernel/index.ts';

export type BindingsFault = 'long' | 'yaml' | 'missing' | 'unknown' | 'shape';

export const ReportProblem = problems('report', {
  /** `at`: the line, how many characters, or the key with those above it, `rows/0/table`; empty where it is the whole. */
  bindingsUnreadable: problem<{ fault: BindingsFault; at: string }>(),
  fillCount: problem<{ at: string; blanks: number; fills: number }>(),
  tableWithoutRows: problem<{ heads: readonly string[] }>(),
  templateUnbound: problem<{ file: string }>(),
  schemeDiffers: problem<{ template: string; given: string }>(),
  traceMissing: problem<{ file: string }>(),
  slotUnknown: problem<{ slot: string; known: readonly string[] }>(2),
  numberForm: problem<{ given: string }>(2),
  signatoryForm: problem<{ given: string }>(2),
  dateForm: problem<{ given: string }>(2),
  copiesForm: problem<{ given: string }>(2),
  noEvaluee: problem<{ scheme: string }>(),
  templateUnset: problem<{ round: string }>(3, 409),
  missing: problem<{ report: string }>(3, 404),
  /** What has left the office is not changed any more. */
  filed: problem<{ state: string }>(3, 409),
  discardForeign: problem<{ person: string }>(3, 403),
  discardSent: problem<{ state: string }>(3, 409),
  wayUnknown: problem<{ from: string; to: string }>(3, 409),
  signatureWanted: problem<Record<string, never>>(2, 400),
  reasonWanted: problem<{ errors: number }>(2, 400),
  /** `field`: of what is registered. */
  dayToCome: problem<{ field: string; on: string }>(2, 400),
  dayBefore: problem<{ field: string; on: string; before: string }>(2, 400),
  registrationFiled: problem<Record<string, never>>(3, 409),
  registrationEarly: problem<{ field: string }>(3, 409),
  registrationSame: problem<Record<string, never>>(3, 409),
  notSigned: problem<{ state: string }>(3, 409),
  /** No bundle, or one whose manifest cannot be read. */
  bundleUnreadable: problem<{ file: string }>(),
  /** `part`: the content at which it was seen, empty for the archive itself. */
  bundleDamaged: problem<{ file: string; part: string }>(),
  bundleMissing: problem<{ sha256: string }>(3, 404),
  /** Also for sections that may not be read. */
  sectionMissing: problem<{ section: string }>(3, 404),
  /** `step`: name of the step it waits for; empty where it waits for none. */
  sectionNotNow: problem<{ section: string; state: string; step: string }>(3, 409),
  sectionMoved: problem<{ section: string; seen: number; now: number }>(3, 409),
  sectionRoundClosed: problem<{ round: string; state: string }>(3, 409),
  sectionOwnWork: problem<{ section: string; person: string }>(3, 403),
  sectionReasonWanted: problem<{ section: string }>(2, 400),
  sectionEmpty: problem<{ section: string }>(3, 422),
  /** With `findings`. */
  sectionChecksStand: problem<{ section: string; errors: number }>(3, 422),
  sectionProposalMissing: problem<{ section: string }>(3, 409),
  consentOwn: problem<{ person: string }>(3, 403),
  /** No template of that name, or none that may be seen. */
  templateMissing: problem<{ template: string }>(3, 404),
  /** A file without any blank or control of ours. */
  templateBlank: problem<{ file: string }>(3, 422),
  blankUnknown: problem<{ blank: string }>(3, 404),
  /** Somebody else decided it meanwhile. */
  decisionMoved: problem<{ blank: string; person: string }>(3, 409),
  /** An expression the scheme does not know, or a format nobody can print. */
  decisionUnresolved: problem<{ value: string; format: string }>(3, 422),
  blanksOpen: problem<{ open: number; wrong: number }>(3, 409),
  remarkMissing: problem<{ remark: string }>(3, 404),
  remarkClosed: problem<Record<string, never>>(3, 409),
  remarkOpen: problem<Record<string, never>>(3, 409),
  /** Nothing of what was asked to be given back was changed. */
  nothingToRestore: problem<{ slots: readonly string[] }>(3, 409),
  pdfAbsent: problem<Record<string, never>>(3, 501),
  pdfLate: problem<{ seconds: number }>(3, 503),
  secondPersonWanted: problem<{ errors: number }>(3, 403),
  /** The office has nobody but the author and whoever asks. */
  nobodyToConfirm: problem<{ author: string }>(3, 409),
});
