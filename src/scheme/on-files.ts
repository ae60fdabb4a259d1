/** The room on files alone: schemes as folders of YAML, without a database. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { parseAmount } from './amount.ts';
export { type ApprovalStep, type ApprovalWay, type Part, wayOf } from './approval.ts';
export { CHECK_KINDS } from './checks.ts';
export * from './contract.ts';
export { diffSchemes } from './diff.ts';
export { checkScheme, loadScheme } from './load.ts';
export { isLedger, nameOfAsked } from './named.ts';
export type { DraftHead } from './paper/draft.ts';
export { importPaper } from './paper/import-paper.ts';
export { readSchemeFolder } from './read.ts';
export { resolveScheme } from './resolve.ts';
export type * from './scheme.ts';
export { TEXT_CHECKS } from './text-checks.ts';
export const messages = { zh, en };
