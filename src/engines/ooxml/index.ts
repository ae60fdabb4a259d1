/** Word and Excel files as checked packages: in by `readPackage`, out by `writePackage`. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export * from './contract.ts';
export * as limits from './limits.ts';
export { readArchive, readPackage } from './read-package.ts';
export { writeArchive, writePackage } from './write-package.ts';
export { walkXml, type XmlEvents } from './xml-gate.ts';

export const messages = { zh, en };
