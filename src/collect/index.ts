export * from './contract.ts';
export type { Answer, Answers, CatalogueEntry, FormContent, LedgerEntry } from './form/content.ts';
export { formWorkbook, schoolWorkbook, workbookName } from './form/workbook.ts';
