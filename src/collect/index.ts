/** What they answered: the workbooks people fill, and everything read back from them with every finding. */

export { loadSubmission } from './entry/answers.store.ts';
export { type Corrected, type Correction, correctFigure } from './entry/correct-figure.ts';
export { saveFigures } from './entry/save-figures.ts';
export * from './on-files.ts';
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
