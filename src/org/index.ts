/** Of whom: registers read and written, and the tree they make. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { ATTRIBUTE_HEADS, attributeOf } from './attributes.ts';
export * from './contract.ts';
export { importUnits } from './import-units.ts';
export { KIND_OVER, parseKind } from './kinds.ts';
export { levelOf } from './level.ts';
export { loadRegister, type Register } from './register.store.ts';
export { isRegisterName, readRegister, registerWorkbook } from './register.ts';
export { orgRoutes } from './routes.ts';
export { type BuiltTree, buildOrgTree, type OrgRow } from './tree.ts';

export const messages = { zh, en };
