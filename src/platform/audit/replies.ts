/** Answers about the record, as types alone. */
import type { Answered } from '../action/answered.ts';
import type { chainState, verifyChain } from './hold.ts';
import type { listAudit } from './look.ts';

export type AuditRows = Answered<typeof listAudit>;
export type ChainState = Answered<typeof chainState>;
export type ChainVerdict = Answered<ReturnType<typeof verifyChain>>;
