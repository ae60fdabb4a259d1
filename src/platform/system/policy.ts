/** The system is its administrator's to keep, who reads no figures with it (三员分立). */
import { holds, type Who } from '../access/contract.ts';

export const mayKeepSystem = (who: Who): boolean => holds(who, ['systemAdmin']);
