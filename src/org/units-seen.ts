/** Units as they stand today within reach, schools too, each with the name of what stands over it. */
import { civilDay, type Tx, type Who } from '../platform/index.ts';
import { maySeeUnit } from './policy.ts';
import { OrgProblem } from './problems.ts';
import { loadRegister } from './register.store.ts';

/** None before the first register. */
export async function unitsSeen(tx: Tx, who: Who, now: Date) {
  const register = await loadRegister(tx, who.tenant, civilDay(now)).catch((error: unknown) => {
    if ((error as { code?: string }).code === OrgProblem.empty({}).code) return undefined;
    throw error;
  });
  if (register === undefined) return [];
  return register.tree.units
    .filter(({ code }) => maySeeUnit(who, register.numberOf(code) ?? 0))
    .map(({ code, name, kind, parent }) => {
      const above = parent === undefined ? undefined : register.tree.find(parent);
      const isSeen = above !== undefined && maySeeUnit(who, register.numberOf(above.code) ?? 0);
      return { code: code as string, name, kind, parentName: isSeen ? above.name : '' };
    });
}
