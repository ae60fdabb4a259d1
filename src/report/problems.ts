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
});
