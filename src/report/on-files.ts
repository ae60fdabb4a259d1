/** The room on files alone: reports made, checked and read back, without a database. */
import { issueCopy } from '../engines/word/index.ts';
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { bindReport } from './bind.ts';
export { verifyBundle } from './bundle/verify.ts';
export { materialFor } from './collections.ts';
export { type Comparison, compareReports } from './compare.ts';
export type * from './contract.ts';
export { reportHtml } from './html.ts';
export { lintParagraphs, lintReport, paragraphsOfText, textSentences } from './lint/index.ts';
export { lostPoints } from './lost-points.ts';
export { makeReport, openTemplate, type Report, tracesOf } from './make.ts';
export { checkOfficeMarks, type OfficeMarks } from './office-marks.ts';
export { PDF_SECONDS, toPdf } from './pdf/convert.ts';
export { ReportProblem } from './problems.ts';
export { findSlotTraces, speakRound, speakTrace } from './trace-text.ts';
export { issueCopy };
export const messages = { zh, en };
