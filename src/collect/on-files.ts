/** The room on files alone: workbooks out and in, without a database. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { checkSentences, checkSubmission, checkTask, explanationOf } from './check/index.ts';
export * from './contract.ts';
export { blankWorkbooks, type PriorOf } from './form/blank-workbooks.ts';
export type { Answer, Answers, CatalogueEntry, FormContent, LedgerEntry } from './form/content.ts';
export { formWorkbook, schoolWorkbook, workbookName } from './form/workbook.ts';
export { collectFigures, type EvidenceFiles, type Handed, NO_EVIDENCE, type NothingUsable } from './read/collect.ts';
export { readFigures } from './read/files.ts';
export type { GivenFile } from './read/open.ts';
export const messages = { zh, en };
