/** Who stated an accepted figure, and who agreed to it. */
import type { Tx } from '../../platform/index.ts';

export interface Stated {
  readonly version: number;
  readonly typed: string;
  readonly person: string;
  readonly at: Date;
  readonly reason: string | null;
  /** Steps of the task since the figure was stated: submitted, approved, accepted. */
  readonly decisions: readonly { readonly verdict: string; readonly person: string; readonly at: Date }[];
}

export interface StatedKey {
  readonly tenant: number;
  readonly round: string;
  /** Number of the unit. */
  readonly subject: number;
  readonly item: string;
  readonly period: string;
}

/** What stood at a moment that has passed; left out, what stands now. */
export interface Then {
  readonly version: number;
  readonly at: Date;
}

export async function statedBy(tx: Tx, key: StatedKey, then?: Then): Promise<Stated | undefined> {
  const version = then?.version ?? (await acceptedVersion(tx, key));
  const held = await tx
    .selectFrom('figure_version')
    .select(['version', 'typed', 'person', 'at', 'reason', 'task'])
    .where((where) => where.and({ ...key, version: version ?? 0 }))
    .executeTakeFirst();
  if (held === undefined) return undefined;
  const { tenant, round } = key;
  const { task, ...stated } = held;
  const steps = tx
    .selectFrom('decision')
    .select(['verdict', 'person', 'at', 'fields'])
    .where((where) => where.and({ tenant, round, task }))
    .where('at', '>=', stated.at);
  const until = then === undefined ? steps : steps.where('at', '<=', then.at);
  const taken = await until.orderBy('at').orderBy('decision').execute();
  const decisions = taken.filter((each) => concerns(each, key)).map(({ fields: _, ...decision }) => decision);
  return { ...stated, decisions };
}

/** Decisions about single figures concern those they name, or all but those they left out; steps concern all. */
function concerns(
  { verdict, fields }: { readonly verdict: string; readonly fields: readonly unknown[] },
  { subject, item, period }: StatedKey,
): boolean {
  if (verdict === 'extend') return false;
  if (verdict !== 'acceptFigures' && verdict !== 'correct') return true;
  const isIt = (each: Partial<StatedKey>) => each.subject === subject && each.item === item && each.period === period;
  return (fields as readonly (Partial<StatedKey> & { readonly left?: readonly Partial<StatedKey>[] })[]).some(
    (each) => isIt(each) || (each.left !== undefined && !each.left.some(isIt)),
  );
}

async function acceptedVersion(tx: Tx, key: StatedKey): Promise<number | undefined> {
  const figure = await tx
    .selectFrom('figure')
    .select('accepted')
    .where((where) => where.and({ ...key }))
    .where('accepted', 'is not', null)
    .executeTakeFirst();
  return figure?.accepted ?? undefined;
}

/** What was stated of the figure before, newest first. */
export interface Earlier {
  readonly version: number;
  readonly typed: string;
  readonly typedUnit: string | null;
  readonly person: string;
  readonly at: Date;
  readonly reason: string | null;
}

interface Held extends StatedKey {
  readonly version: number;
}

/** The same task stated them; what others state about the unit is not its past. */
export async function earlierThan(tx: Tx, { version, ...key }: Held): Promise<readonly Earlier[]> {
  const rows = await tx
    .selectFrom('figure_version')
    .select(['version', 'typed', 'typed_unit as typedUnit', 'person', 'at', 'reason', 'task'])
    .where((where) => where.and({ ...key }))
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .execute();
  const task = rows.find((row) => row.version === version)?.task;
  return rows.filter((row) => row.task === task && row.version < version).map(({ task: _, ...row }) => row);
}

/** The content a version was read from, where it came by a workbook: taken over at the same moment. */
export async function findWorkbook(tx: Tx, { version, ...key }: Held): Promise<string | undefined> {
  const { tenant, round } = key;
  const held = await tx
    .selectFrom('figure_version')
    .select(['task', 'at'])
    .where((where) => where.and({ ...key, version }))
    .executeTakeFirst();
  if (held === undefined) return undefined;
  const taken = await tx
    .selectFrom('workbook_import')
    .select('sha256')
    .where((where) => where.and({ tenant, round, ...held }))
    .executeTakeFirst();
  return taken?.sha256;
}
