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
  consentOwn: problem<{ person: string }>(3, 403),
  secondPersonWanted: problem<{ errors: number }>(3, 403),
});
