/** The room on files alone: registers and the tree they make, without a database. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { ATTRIBUTE_HEADS, attributeOf } from './attributes.ts';
export * from './contract.ts';
export { KIND_OVER, KIND_WORDS, parseKind } from './kinds.ts';
export { levelOf } from './level.ts';
export { isRegisterName, readRegister, registerWorkbook } from './register.ts';
export { type BuiltTree, buildOrgTree, type OrgRow } from './tree.ts';
export const messages = { zh, en };
