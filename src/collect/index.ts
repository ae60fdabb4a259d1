/** What they answered: the workbooks people fill, and everything read back from them with every finding. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { checkSentences, checkSubmission } from './check/index.ts';
export * from './contract.ts';
export { loadSubmission } from './entry/answers.store.ts';
export { type Corrected, type Correction, correctFigure } from './entry/correct-figure.ts';
export { saveFigures } from './entry/save-figures.ts';
export type { Answer, Answers, CatalogueEntry, FormContent, LedgerEntry } from './form/content.ts';
export { formWorkbook, schoolWorkbook, workbookName } from './form/workbook.ts';
export { collectFigures, type EvidenceFiles, type Handed, NO_EVIDENCE, type NothingUsable } from './read/collect.ts';
export { readFigures } from './read/files.ts';
export type { GivenFile } from './read/open.ts';
export { openRound } from './round/open-round.ts';
export {
  listTasks,
  loadRound,
  loadTask,
  lockTask,
  type RoundContext,
  raiseRevision,
  type Task,
} from './round/rounds.store.ts';
export { isOpen, type TaskState } from './round/states.ts';
export { collectRoutes } from './routes.ts';
export { importWorkbook } from './workbook/import-workbook.ts';
export { previewWorkbook } from './workbook/preview-workbook.ts';

export const messages = { zh, en };
