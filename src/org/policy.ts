/** Who may change the register: the system administrator keeps it, for all (三员分立). */
import { holds, type Who } from '../platform/index.ts';

export const mayKeepUnits = (who: Who): boolean => holds(who, ['systemAdmin']);
