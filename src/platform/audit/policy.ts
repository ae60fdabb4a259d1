/** The record is the auditor's alone, who looks at everything that was done and changes nothing (三员分立). */
import { holds, type Who } from '../access/contract.ts';

export const mayAudit = (who: Who): boolean => holds(who, ['auditAdmin']);
