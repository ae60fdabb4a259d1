/** Units of a register held for a change, what keeps them from it, and the links to what became of them. */
import { type Tx, type Who, widened } from '../../platform/index.ts';
import { OrgProblem } from '../problems.ts';
import type { statesOn, UnitState } from '../register.store.ts';

export type Standing = Awaited<ReturnType<typeof statesOn>>[number];

/** Throws `org.unitChangedLater`. */
export async function refuseLaterStates(
  tx: Tx,
  tenant: number,
  on: string,
  units: readonly Pick<Standing, 'unit' | 'name'>[],
): Promise<void> {
  const names = new Map(units.map(({ unit, name }) => [unit, name]));
  const later = await tx
    .selectFrom('unit_state')
    .select(['unit', 'begins'])
    .where('tenant', '=', tenant)
    .where('unit', 'in', [...names.keys()])
    .where('begins', '>', on)
    .orderBy('begins')
    .limit(1)
    .executeTakeFirst();
  if (later !== undefined)
    throw OrgProblem.unitChangedLater({ unit: names.get(later.unit) ?? '', begins: later.begins });
}

/**
 * Refuses while a round that is not closed has tasks for one of the units, and for good when a round has counted with
 * them as they stood on a day the change would reach.
 * Throws `org.unitAsked`, `org.unitCounted`.
 */
export async function refuseWhileAsked(
  tx: Tx,
  who: Who,
  on: string,
  asked: readonly Pick<Standing, 'unit' | 'name'>[],
): Promise<void> {
  const { tenant } = who;
  const names = new Map(asked.map(({ unit, name }) => [unit, name]));
  const numbers = [...names.keys()];
  // Whoever keeps the register reaches no tasks; that there are some is all that is asked here.
  const held = await widened(tx, who, () =>
    tx
      .selectFrom('task')
      .innerJoin('round', (join) =>
        join.onRef('round.tenant', '=', 'task.tenant').onRef('round.round', '=', 'task.round'),
      )
      .select(['task.unit', 'round.name', 'round.state', 'round.as_of as asOf'])
      .where('task.tenant', '=', tenant)
      .where('task.unit', 'in', numbers)
      .where((where) => where.or([where('round.state', '<>', 'closed'), where('round.as_of', '>=', on)]))
      .orderBy('round.as_of')
      .orderBy('task.unit')
      .limit(1)
      .executeTakeFirst(),
  );
  if (held === undefined) return;
  const unit = names.get(held.unit) ?? '';
  throw held.state === 'closed'
    ? OrgProblem.unitCounted({ unit, round: held.name, asOf: held.asOf })
    : OrgProblem.unitAsked({ unit, round: held.name });
}

export async function endStates(tx: Tx, tenant: number, on: string, units: readonly number[]): Promise<void> {
  await tx
    .updateTable('unit_state')
    .set({ ends: on })
    .where('tenant', '=', tenant)
    .where('unit', 'in', [...units])
    .where('begins', '<=', on)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', on)]))
    .execute();
}

export interface Succession {
  readonly unit: number;
  readonly successor: number;
  readonly kind: 'merge' | 'split';
}

export async function addSuccessions(
  tx: Tx,
  of: {
    readonly tenant: number;
    readonly begins: string;
    readonly basis: string;
    readonly author: string;
    readonly person: string;
    readonly at: Date;
  },
  links: readonly Succession[],
): Promise<void> {
  if (links.length === 0) return;
  await tx
    .insertInto('unit_succession')
    .values(links.map((link) => ({ ...of, ...link })))
    .execute();
}

/** Links from the day after `after` up to `until`. */
export const successionsBetween = (tx: Tx, tenant: number, after: string, until: string) =>
  tx
    .selectFrom('unit_succession')
    .select(['unit', 'successor', 'begins', 'kind'])
    .where('tenant', '=', tenant)
    .where('begins', '>', after)
    .where('begins', '<=', until)
    .orderBy('begins')
    .execute();

/** Posts that stand in the units: they are the security administrator's to hand over. */
export async function countPosts(tx: Tx, tenant: number, on: string, units: readonly number[]): Promise<number> {
  const { posts } = await tx
    .selectFrom('post')
    .select(({ fn }) => fn.countAll<bigint>().as('posts'))
    .where('tenant', '=', tenant)
    .where('unit', 'in', [...units])
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', on)]))
    .executeTakeFirstOrThrow();
  return Number(posts);
}

/** As it goes on, but for what is said otherwise. */
export const stateOf = ({ unit, code, name, kind, parent, host, attributes, place }: Standing): UnitState => ({
  unit,
  code,
  name,
  kind,
  parent,
  host,
  attributes,
  place,
});
