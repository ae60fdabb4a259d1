/** Which roles may not meet in one account (三员分立), and which see below their unit. */
import type { Role } from './contract.ts';
import { AccessProblem } from './problems.ts';

const ADMINS: ReadonlySet<Role> = new Set<Role>(['systemAdmin', 'securityAdmin', 'auditAdmin']);

export const isAdmin = (role: Role): boolean => ADMINS.has(role);

/** Throws `access.adminsSeparate` or `access.adminHoldsNoBusiness` when `role` may not stand beside one `held`. */
export function checkSeparation(role: Role, held: readonly Role[]): void {
  for (const other of held) {
    if (other === role || (!isAdmin(role) && !isAdmin(other))) continue;
    const both = { role, held: other };
    throw isAdmin(role) && isAdmin(other)
      ? AccessProblem.adminsSeparate(both)
      : AccessProblem.adminHoldsNoBusiness(both);
  }
}
