/** What is asked: schemes as folders of YAML, read, checked and resolved. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { CHECK_KINDS } from './checks.ts';
export * from './contract.ts';
export { diffSchemes } from './diff.ts';
export { checkScheme, loadScheme } from './load.ts';
export { nameOfAsked } from './named.ts';
export { publishScheme } from './publish-scheme.ts';
export { readSchemeFolder } from './read.ts';
export { resolveScheme } from './resolve.ts';
export { schemeRoutes } from './routes.ts';
export type * from './scheme.ts';
export { loadPublished } from './schemes.store.ts';

export const messages = { zh, en };
