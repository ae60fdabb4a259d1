/** What is asked: schemes as folders of YAML, read, checked and resolved. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { CHECK_KINDS } from './checks.ts';
export * from './contract.ts';
export { diffSchemes, type SchemeChange, type SchemeChangeKind } from './diff.ts';
export { checkScheme, loadScheme } from './load.ts';
export type { InvalidScheme } from './problems.ts';
export { readSchemeFolder } from './read.ts';
export { type Resolved, resolveScheme } from './resolve.ts';
export type * from './scheme.ts';
export type { SchemeText } from './tree.ts';
export const messages = { zh, en };
