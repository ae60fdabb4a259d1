/** What they answered: the workbooks people fill, and everything read back from them with every finding. */

export { type AcceptedAnswers, loadAccepted } from './entry/accepted-answers.store.ts';
export { loadSubmission } from './entry/answers.store.ts';
export { type Corrected, type Correction, correctFigure } from './entry/correct-figure.ts';
export { readVersions, touchTask } from './entry/figures.store.ts';
export { saveFigures } from './entry/save-figures.ts';
export { stateTyped } from './entry/statement.ts';
export { findEvidence, findToldEvidence } from './evidence/find-evidence.ts';
export { checkStanding, type Standing } from './exceptions/check-standing.ts';
export {
  addException,
  addExceptionDecision,
  findException,
  type HeldException,
  listExceptions,
} from './exceptions/exceptions.store.ts';
export { figuresBehind } from './exceptions/figures-behind.ts';
export { isAbout, isExceptable, isGranted, stillStands } from './exceptions/granted.ts';
export { withRoundGrants } from './exceptions/round-grants.ts';
export * from './on-files.ts';
export { mayFillRow, mayOpenTask, maySeeRounds as mayLookAtRounds } from './policy.ts';
export { countFilled } from './round/counts.store.ts';
export { countAsked } from './round/forms-of-task.ts';
export { openRound } from './round/open-round.ts';
export { openTask } from './round/read-task.ts';
export { refuseUnseen } from './round/refuse-unseen.ts';
export {
  findRoundBefore,
  holdTasks,
  listTasks,
  loadRound,
  loadTask,
  lockTask,
  type RoundContext,
  raiseRevision,
  roundNow,
  setRoundState,
  type Task,
} from './round/rounds.store.ts';
export { type Place, type Seat, seatOf, sitsAbove, sitsAt, wayOfTask } from './round/seats.ts';
export { isOpen, nameOfState, refuseUnlessOpen } from './round/states.ts';
export { valueText } from './round/year-before.ts';
export { collectRoutes } from './routes.ts';
export { importWorkbook } from './workbook/import-workbook.ts';
export { previewWorkbook } from './workbook/preview-workbook.ts';
