/** What is asked: schemes as folders of YAML, read, checked and resolved. */
export { CHECK_KINDS } from './checks.ts';
export * from './contract.ts';
export { diffSchemes, SCHEME_CHANGE_ZH, type SchemeChange, type SchemeChangeKind } from './diff.ts';
export { checkScheme, loadScheme } from './load.ts';
export { en as schemeEn } from './messages.en.ts';
export { zh as schemeZh } from './messages.zh.ts';
export type { InvalidScheme } from './problems.ts';
export { readSchemeFolder } from './read.ts';
export { type Resolved, resolveScheme } from './resolve.ts';
export type * from './scheme.ts';
export type { SchemeText } from './tree.ts';
