/** Sections: where each stands, its versions, and what was decided. */
import { newId, type Tx } from '../../platform/index.ts';
import type { SectionBody, SectionSource } from './contract.ts';

export interface SectionRowKey {
  readonly tenant: number;
  readonly round: string;
  readonly section: string;
  readonly unit: number;
}
const keyOf = ({ tenant, round, section, unit }: SectionRowKey): SectionRowKey => ({ tenant, round, section, unit });

export const listSectionRows = (tx: Tx, tenant: number, round: string) =>
  tx
    .selectFrom('section')
    .selectAll()
    .where((where) => where.and({ tenant, round }))
    .execute();

export const findSectionRow = (tx: Tx, key: SectionRowKey) =>
  tx
    .selectFrom('section')
    .selectAll()
    .where((where) => where.and(keyOf(key)))
    .executeTakeFirst();

/** Held until the transaction ends, and there from the first time somebody writes. */
export async function holdSectionRow(tx: Tx, key: SectionRowKey, now: Date) {
  await tx
    .insertInto('section')
    .values({ ...keyOf(key), state: 'draft', changed_at: now })
    .onConflict((conflict) => conflict.columns(['tenant', 'round', 'section', 'unit']).doNothing())
    .execute();
  return tx
    .selectFrom('section')
    .selectAll()
    .where((where) => where.and(keyOf(key)))
    .forUpdate()
    .executeTakeFirstOrThrow();
}
export type SectionRow = Awaited<ReturnType<typeof holdSectionRow>>;

/** The round as it stands, kept so until the transaction ends: a lock of the round waits, and finds nothing half done. */
export const keepRound = (tx: Tx, { tenant, round }: Pick<SectionRowKey, 'tenant' | 'round'>, moves: boolean) => {
  const held = tx
    .selectFrom('round')
    .select(['name', 'state'])
    .where((where) => where.and({ tenant, round }));
  return (moves ? held.forUpdate() : held.forShare()).executeTakeFirstOrThrow();
};

/** Raises the edition; gives the row as it stands then. */
export const changeSectionRow = (
  tx: Tx,
  row: SectionRow,
  change: Partial<
    Pick<SectionRow, 'state' | 'latest' | 'accepted' | 'proposed' | 'returned' | 'submitted_by' | 'submitted_at'>
  >,
  now: Date,
): Promise<SectionRow> =>
  tx
    .updateTable('section')
    .set(({ eb }) => ({ ...change, edition: eb('edition', '+', 1), changed_at: now }))
    .where((where) => where.and(keyOf(row)))
    .returningAll()
    .executeTakeFirstOrThrow();

export interface WrittenBy {
  readonly author: string;
  readonly person: string;
  readonly at: Date;
}

/** Gives the number of the new version. */
export async function addSectionVersion(
  tx: Tx,
  key: SectionRowKey,
  { body, source }: { readonly body: SectionBody; readonly source: SectionSource },
  by: WrittenBy,
): Promise<number> {
  const { last } = await tx
    .selectFrom('section_version')
    .select(({ fn }) => fn.max('version').as('last'))
    .where((where) => where.and(keyOf(key)))
    .executeTakeFirstOrThrow();
  const version = (last ?? 0) + 1;
  const json = { body: JSON.stringify(body), source: JSON.stringify(source) };
  await tx
    .insertInto('section_version')
    .values({ ...keyOf(key), version, ...json, ...by })
    .execute();
  return version;
}

export async function findSectionVersion(tx: Tx, key: SectionRowKey, version: number) {
  const row = await tx
    .selectFrom('section_version')
    .selectAll()
    .where((where) => where.and({ ...keyOf(key), version }))
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, body: row.body as SectionBody };
}

/** Without their texts, the last first. */
export const listSectionVersions = (tx: Tx, key: SectionRowKey) =>
  tx
    .selectFrom('section_version')
    .select(['version', 'source', 'author', 'person', 'at'])
    .where((where) => where.and(keyOf(key)))
    .orderBy('version', 'desc')
    .execute();

/** What stands in a report about the unit. */
export async function listAcceptedTexts(tx: Tx, { tenant, round, unit }: Omit<SectionRowKey, 'section'>) {
  const rows = await tx
    .selectFrom('section')
    .innerJoin('section_version', (join) =>
      join
        .onRef('section_version.tenant', '=', 'section.tenant')
        .onRef('section_version.round', '=', 'section.round')
        .onRef('section_version.section', '=', 'section.section')
        .onRef('section_version.unit', '=', 'section.unit')
        .onRef('section_version.version', '=', 'section.accepted'),
    )
    .select(['section.section', 'section_version.version', 'section_version.body'])
    .where('section.tenant', '=', tenant)
    .where('section.round', '=', round)
    .where('section.unit', '=', unit)
    .execute();
  return rows.map((row) => ({ ...row, body: row.body as SectionBody }));
}

export const addSectionDecision = (
  tx: Tx,
  key: SectionRowKey,
  made: {
    readonly version: number;
    readonly verdict: string;
    readonly was: string;
    readonly became: string;
    readonly reason: string | null;
  } & WrittenBy,
) =>
  tx
    .insertInto('section_decision')
    .values({ ...keyOf(key), decision: newId(), ...made })
    .execute();

export const listSectionDecisions = (tx: Tx, key: SectionRowKey) =>
  tx
    .selectFrom('section_decision')
    .select(['version', 'verdict', 'was', 'became', 'reason', 'author', 'person', 'at'])
    .where((where) => where.and(keyOf(key)))
    .orderBy('at')
    .orderBy('decision')
    .execute();
