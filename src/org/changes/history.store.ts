/** States of one unit through the years, and the links from and to others. */
import type { Tx } from '../../platform/index.ts';

/** The unit that had the code last. */
export async function lastUnitOf(tx: Tx, tenant: number, code: string): Promise<number | undefined> {
  const state = await tx
    .selectFrom('unit_state')
    .select('unit')
    .where((where) => where.and({ tenant, code }))
    .orderBy('begins', 'desc')
    .limit(1)
    .executeTakeFirst();
  return state?.unit;
}

/** Units above it, the nearest first, each by where it stood last. */
export async function aboveOf(tx: Tx, tenant: number, unit: number): Promise<readonly number[]> {
  const above: number[] = [];
  for (let at: number | null = unit; at !== null; ) {
    const state: { parent: number | null } | undefined = await tx
      .selectFrom('unit_state')
      .select('parent')
      .where((where) => where.and({ tenant, unit: at as number }))
      .orderBy('begins', 'desc')
      .limit(1)
      .executeTakeFirst();
    const parent = state?.parent ?? null;
    // A register is a tree on each day; read over several, it is not walked round.
    at = parent === null || above.includes(parent) ? null : parent;
    if (at !== null) above.push(at);
  }
  return above;
}

export const statesOf = (tx: Tx, tenant: number, unit: number) =>
  tx
    .selectFrom('unit_state')
    .select(['begins', 'ends', 'code', 'name', 'kind'])
    .where((where) => where.and({ tenant, unit }))
    .orderBy('begins')
    .execute();

export const linksOf = (tx: Tx, tenant: number, unit: number) =>
  tx
    .selectFrom('unit_succession')
    .select(['unit', 'successor', 'begins', 'kind', 'basis'])
    .where('tenant', '=', tenant)
    .where((where) => where.or([where('unit', '=', unit), where('successor', '=', unit)]))
    .orderBy('begins')
    .orderBy('unit')
    .orderBy('successor')
    .execute();

/** Code and name each unit had last. */
export async function namesOf(tx: Tx, tenant: number, units: readonly number[]) {
  if (units.length === 0) return new Map<number, { code: string; name: string }>();
  const states = await tx
    .selectFrom('unit_state')
    .select(['unit', 'code', 'name'])
    .where('tenant', '=', tenant)
    .where('unit', 'in', [...units])
    .orderBy('begins')
    .execute();
  return new Map(states.map(({ unit, code, name }) => [unit, { code, name }]));
}
