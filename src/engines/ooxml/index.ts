/** Word and Excel files as checked packages: in by `readPackage`, out by `writePackage`. */
export * from './contract.ts';
export * as limits from './limits.ts';
export { en as ooxmlEn } from './messages.en.ts';
export { zh as ooxmlZh } from './messages.zh.ts';
export { readPackage } from './read-package.ts';
export { writePackage } from './write-package.ts';
export { walkXml, type XmlEvents } from './xml-gate.ts';
