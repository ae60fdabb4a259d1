/** Who may change the register, the system administrator, for all (三员分立); and who looks at what became of units. */
import { holds, type Who } from '../platform/index.ts';

export const mayKeepUnits = (who: Who): boolean => holds(who, ['systemAdmin']);

/** Anyone who works in a unit, or looks at units. */
export const mayAskHistory = (who: Who): boolean =>
  holds(who, ['reporter', 'approver', 'office', 'verifier', 'reader']);

/** Fillers and approvers their own unit; office, verifiers and leaders also what stands below, post by post. */
export const maySeeHistory = (who: Who, unit: number, above: readonly number[]): boolean =>
  holds(who, ['reporter', 'approver'], unit) ||
  [unit, ...above].some((each) => holds(who, ['office', 'verifier', 'reader'], each));
