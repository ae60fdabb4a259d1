/** The record of what was done, chained so that it cannot be changed unseen. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export type { AuditRow } from './chain.ts';
export { auditChain } from './chain-rows.ts';
export { type Heads, headOf, lineOf, openHeads } from './heads.ts';
export { auditRoutes, auditVerifyRoutes } from './routes.ts';
export { keepSealing, sealAudit } from './seal.ts';
export { type AuditVerdict, verifyAudit } from './verify.ts';
export const messages = { zh, en };
