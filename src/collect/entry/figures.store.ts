/** Versions of figures: appended, never changed. The pointer row says which is the latest and which was accepted. */
import { sql } from 'kysely';
import {
  type Figure,
  type Gap,
  type GapCause,
  gap,
  type Nature,
  type Period,
  parsePeriod,
  printPeriod,
  type Source,
  type Unit,
} from '../../kernel/index.ts';
import type { Register } from '../../org/index.ts';
import type { Tx } from '../../platform/index.ts';

/** Columns of one version beside tenant, round and task. */
export interface VersionRow {
  readonly subject: number;
  readonly item: string;
  readonly period: string;
  readonly reporter: number;
  readonly dept: string;
  readonly scope: 'own' | 'whole';
  readonly version: number;
  readonly kind: 'quantity' | 'text' | 'gap';
  /** Decimal text of the whole number. */
  readonly steps: string | null;
  readonly unit: string | null;
  readonly words: string | null;
  readonly gap: string | null;
  readonly typed: string;
  readonly typed_unit: string | null;
  readonly nature: string | null;
  readonly source: Source;
  readonly reason: string | null;
}

export const rowKey = (row: Pick<VersionRow, 'subject' | 'item' | 'period' | 'reporter' | 'dept' | 'scope'>): string =>
  `${row.subject}\t${row.item}\t${row.period}\t${row.reporter}\t${row.dept}\t${row.scope}`;

/** A figure as a row; `version` is the one it becomes. */
export function versionRow(
  { key, value, typed, nature, source, reason }: Figure,
  { numberOf }: Register,
  version: number,
): VersionRow {
  return {
    subject: numberOf(key.subject) ?? 0,
    item: key.item,
    period: printPeriod(key.period),
    reporter: numberOf(key.reporter.unit) ?? 0,
    dept: key.reporter.dept ?? '',
    scope: key.scope,
    version,
    kind: value.kind,
    steps: value.kind === 'quantity' ? String(value.steps) : null,
    unit: value.kind === 'quantity' ? value.unit : null,
    words: value.kind === 'text' ? value.text : null,
    gap: value.kind === 'gap' ? value.why : null,
    typed: typed.text,
    typed_unit: typed.unit ?? null,
    nature: nature ?? null,
    source,
    reason: reason ?? null,
  };
}

export interface Which {
  readonly tenant: number;
  readonly round: string;
  /** All tasks of the round when left out. */
  readonly task?: string;
  /** All items when left out. */
  readonly items?: readonly string[];
}

/**
 * The version of each figure that holds: the latest for those who fill, the accepted one for those who count. Two
 * plain reads joined here: a join in the database is planned by counts, and a table filled this minute has none.
 */
export async function readVersions(tx: Tx, { tenant, round, task, items }: Which, holding: 'latest' | 'accepted') {
  const of = { tenant, round, ...(task === undefined ? {} : { task }) };
  const figures = await tx
    .selectFrom('figure')
    .selectAll()
    .where((where) => where.and(of))
    .$if(items !== undefined, (few) => few.where('item', 'in', [...(items ?? [])]))
    .execute();
  const pointers = new Map(figures.map((figure) => [rowKey(figure), figure]));
  const versions = await tx
    .selectFrom('figure_version')
    .selectAll()
    .where((where) => where.and(of))
    .$if(items !== undefined, (few) => few.where('item', 'in', [...(items ?? [])]))
    .orderBy('subject')
    .orderBy('item')
    .orderBy('period')
    .execute();
  return versions.flatMap((version) => {
    const pointer = pointers.get(rowKey(version));
    if (pointer === undefined || pointer[holding] !== version.version) return [];
    const { latest, accepted, returned } = pointer;
    return [{ ...version, latest, accepted, returned }];
  });
}

export type HeldVersion = Awaited<ReturnType<typeof readVersions>>[number];

/** The figure a version states, about the unit as the register of the round names it; undefined for a unit it lacks. */
export function figureOf(row: HeldVersion, { tree, unitOf }: Register): Figure | undefined {
  const [subject, reporter, period] = [unitOf(row.subject), unitOf(row.reporter), parsePeriod(row.period)];
  if (subject === undefined || reporter === undefined || period === undefined) return undefined;
  const item = row.item as Figure['key']['item'];
  const ref = { item, unit: subject.code, period: row.period };
  return {
    key: {
      tenant: tree.root.code,
      round: row.round,
      subject: subject.code,
      item,
      period: period as Period,
      reporter: { unit: reporter.code, ...(row.dept === '' ? {} : { dept: row.dept as never }) },
      scope: row.scope,
    },
    value: statedValue(row, ref),
    typed: { text: row.typed, ...(row.typed_unit === null ? {} : { unit: row.typed_unit }) },
    ...(row.nature === null ? {} : { nature: row.nature as Nature }),
    source: row.source as Source,
    ...(row.reason === null ? {} : { reason: row.reason }),
  };
}

function statedValue(row: HeldVersion, ref: Gap['from'][number]): Figure['value'] {
  if (row.kind === 'quantity') return { kind: 'quantity', steps: row.steps ?? 0n, unit: row.unit as Unit };
  if (row.kind === 'text') return { kind: 'text', text: row.words ?? '' };
  return gap(row.gap as GapCause, [ref]);
}

/** Appends the versions and points at them; a returned figure that is stated anew is no longer marked. */
export async function appendVersions(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly task: string },
  rows: readonly VersionRow[],
  by: { readonly author: string; readonly person: string; readonly at: Date },
): Promise<void> {
  if (rows.length === 0) return;
  const { tenant, round, task } = of;
  const column = <Name extends keyof VersionRow>(name: Name): VersionRow[Name][] => rows.map((row) => row[name]);
  // Columns, not records: of the tens of thousands of figures of a school list the server reads nothing twice.
  await sql`insert into figure (tenant, round, subject, item, period, reporter, dept, scope, task, latest)
    select ${tenant}, ${round}, r.subject, r.item, r.period, r.reporter, r.dept, r.scope, ${task}, r.version
      from unnest(${column('subject')}::integer[], ${column('item')}::text[], ${column('period')}::text[],
                  ${column('reporter')}::integer[], ${column('dept')}::text[], ${column('scope')}::text[],
                  ${column('version')}::integer[])
        as r(subject, item, period, reporter, dept, scope, version)
    on conflict (tenant, round, subject, item, period, reporter, dept, scope)
      do update set latest = excluded.latest, returned = null`.execute(tx);
  await sql`insert into figure_version (tenant, round, subject, item, period, reporter, dept, scope, version, kind, steps,
      unit, words, gap, typed, typed_unit, nature, source, reason, task, author, person, at)
    select ${tenant}, ${round}, r.*, ${task}, ${by.author}, ${by.person}, ${by.at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(subject integer, item text, period text, reporter integer, dept text, scope text, version integer, kind text,
             steps bigint, unit text, words text, gap text, typed text, typed_unit text, nature text, source jsonb, reason text)`.execute(
    tx,
  );
}

/** Raises the task's edition and gives the new one; a returned task that is changed is a draft again. */
export async function touchTask(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly task: string },
  now: Date,
): Promise<number> {
  const { edition } = await tx
    .updateTable('task')
    .set(({ eb }) => ({ edition: eb('edition', '+', 1), changed_at: now }))
    .where((where) => where.and(of))
    .returning('edition')
    .executeTakeFirstOrThrow();
  return edition;
}
