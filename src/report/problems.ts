/** What ends the making of a report. */
import { problem, problems } from '../kernel/index.ts';

export const ReportProblem = problems('report', {
  bindingsUnreadable: problem<{ fault: string }>(),
  fillCount: problem<{ at: string; blanks: number; fills: number }>(),
  tableWithoutRows: problem<{ heads: readonly string[] }>(),
  templateUnbound: problem<{ file: string }>(),
  schemeDiffers: problem<{ template: string; given: string }>(),
  traceMissing: problem<{ file: string }>(),
  slotUnknown: problem<{ slot: string; known: readonly string[] }>(2),
  noEvaluee: problem<{ scheme: string }>(),
  templateUnset: problem<{ round: string }>(3, 409),
  missing: problem<{ report: string }>(3, 404),
  /** What has left the office is not changed any more. */
  filed: problem<{ state: string }>(3, 409),
  wayUnknown: problem<{ from: string; to: string }>(3, 409),
  signatureWanted: problem<Record<string, never>>(2, 400),
  reasonWanted: problem<{ errors: number }>(2, 400),
  notSigned: problem<{ state: string }>(3, 409),
  /** No bundle, or one whose manifest cannot be read. */
  bundleUnreadable: problem<{ file: string }>(),
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
  secondPersonWanted: problem<{ errors: number }>(3, 403),
});
