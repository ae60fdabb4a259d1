/** Who may change the register, the system administrator, for all (三员分立); and who looks at what became of units. */
import { holds, reaches, type Who } from '../platform/index.ts';

export const mayKeepUnits = (who: Who): boolean => holds(who, ['systemAdmin']);

/** The register is no secret to who keeps it, gives posts in it, reads the record of it, or writes schemes and rounds for it. */
export const maySeeRegister = (who: Who): boolean =>
  holds(who, ['systemAdmin', 'securityAdmin', 'auditAdmin', 'schemeAdmin']);

/** Anyone who works in a unit, or looks at units. */
export const mayAskHistory = (who: Who): boolean =>
  holds(who, ['reporter', 'approver', 'office', 'verifier', 'reader', 'systemAdmin']);

/** Fillers and approvers their own unit; office, verifiers and leaders also what stands below, post by post. */
export const maySeeHistory = (who: Who, unit: number, above: readonly number[]): boolean =>
  mayKeepUnits(who) ||
  holds(who, ['reporter', 'approver'], unit) ||
  [unit, ...above].some((each) => holds(who, ['office', 'verifier', 'reader'], each));

/** The register holds no figures: whoever keeps the system or its accounts sees all of it, everybody else what they reach. */
export const mayListUnits = (who: Who): boolean => who.posts.length > 0;
export const maySeeUnit = (who: Who, unit: number): boolean =>
  holds(who, ['systemAdmin', 'securityAdmin', 'schemeAdmin', 'auditAdmin']) || reaches(who, unit);
