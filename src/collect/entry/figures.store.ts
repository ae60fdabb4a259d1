/** Versions of figures: appended, never changed. The pointer row says which is the latest, which was handed in and which was accepted. */
import { sql } from 'kysely';
import { prepared, type Tx, withoutWaiting } from '../../platform/index.ts';
import type { Task } from '../round/rounds.store.ts';
import { KEY, rowKey, STATED, type VersionRow } from './version-row.ts';

export interface Which {
  readonly tenant: number;
  readonly round: string;
  /** All tasks of the round when left out. */
  readonly task?: string;
  /** All items when left out. */
  readonly items?: readonly string[];
  /** All units when left out. */
  readonly subjects?: readonly number[];
}

/**
 * The version of each figure that holds: the latest for those who fill, the accepted one for those who count, the one
 * handed in for those who correct it. Two plain reads joined here: a join in the database is planned by counts, and a
 * table filled this minute has none.
 */
export async function readVersions(
  tx: Tx,
  { tenant, round, task, items, subjects }: Which,
  holding: 'latest' | 'submitted' | 'accepted',
) {
  const of = { tenant, round, ...(task === undefined ? {} : { task }) };
  const [figures, versions] = await Promise.all([
    tx
      .selectFrom('figure')
      .select([...KEY, 'latest', 'submitted', 'accepted', 'returned'])
      .where((where) => where.and(of))
      .$if(items !== undefined, (few) => few.where('item', 'in', [...(items ?? [])]))
      .$if(subjects !== undefined, (few) => few.where('subject', 'in', [...(subjects ?? [])]))
      .execute(),
    tx
      .selectFrom('figure_version')
      .select([...STATED, 'task', 'person', 'at'])
      .where((where) => where.and(of))
      .$if(items !== undefined, (few) => few.where('item', 'in', [...(items ?? [])]))
      .$if(subjects !== undefined, (few) => few.where('subject', 'in', [...(subjects ?? [])]))
      .orderBy('subject')
      .orderBy('item')
      .orderBy('period')
      .execute(),
  ]);
  const pointers = new Map(figures.map((figure) => [rowKey(figure), figure]));
  return versions.flatMap((version) => {
    const pointer = pointers.get(rowKey(version));
    if (pointer === undefined || pointer[holding] !== version.version) return [];
    const { latest, accepted, returned } = pointer;
    // Of tens of thousands of rows no copy: nobody else has these.
    return Object.assign(version, { round, latest, accepted, returned });
  });
}

/** The latest version of each figure of the task on these items: what a save compares with. */
export async function readLatest(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly task: string },
  items: readonly string[],
) {
  // One statement an item, sent together: for a list of unknown length the database would plan anew each time.
  const answers = await Promise.all(items.map((item) => tx.executeQuery(latestVersions({ ...of, item }))));
  return answers.flatMap(({ rows }) => rows);
}

// The lookup stands apart (`limit`), so that it stays one whatever the database takes the tables' sizes to be; task and
// item as well, or it would plan for their values anew each time.
const latestVersions = prepared((from, { tenant, round, task, item }: Writing & { readonly item: string }) =>
  from
    .selectFrom('figure')
    .innerJoinLateral(
      (inner) =>
        inner
          .selectFrom('figure_version as v')
          .selectAll()
          .whereRef('v.tenant', '=', 'figure.tenant')
          .whereRef('v.round', '=', 'figure.round')
          .whereRef('v.subject', '=', 'figure.subject')
          .whereRef('v.item', '=', 'figure.item')
          .whereRef('v.period', '=', 'figure.period')
          .whereRef('v.reporter', '=', 'figure.reporter')
          .whereRef('v.dept', '=', 'figure.dept')
          .whereRef('v.scope', '=', 'figure.scope')
          .whereRef('v.version', '=', 'figure.latest')
          .limit(sql.lit(1))
          .as('held'),
      (join) => join.onTrue(),
    )
    .selectAll('held')
    .where((where) => where.and({ 'figure.tenant': tenant, 'figure.round': round }))
    .where('figure.task', '=', sql<string>`(select ${task}::uuid)`)
    .where('figure.item', '=', sql<string>`(select ${item}::text)`),
);

export type HeldVersion = Awaited<ReturnType<typeof readVersions>>[number];

interface Writing {
  readonly tenant: number;
  readonly round: string;
  readonly task: string;
}
interface Author {
  readonly author: string;
  readonly person: string;
  readonly at: Date;
}

/** Appends the versions and points at them; a returned figure that is stated anew is no longer marked. Of a school whose
 * list is another unit's now, the figure goes on in this task. */
export function appendVersions(tx: Tx, of: Writing, rows: readonly VersionRow[], by: Author): void {
  if (rows.length === 0) return;
  const column = <Name extends keyof VersionRow>(name: Name): VersionRow[Name][] => rows.map((row) => row[name]);
  const key = {
    subject: column('subject'),
    item: column('item'),
    period: column('period'),
    reporter: column('reporter'),
    dept: column('dept'),
    scope: column('scope'),
    version: column('version'),
  };
  withoutWaiting(tx, pointing({ ...of, ...key }));
  withoutWaiting(tx, adding({ ...of, ...by, rows: JSON.stringify(rows) }));
}

type Columns = {
  readonly [Name in 'subject' | 'item' | 'period' | 'reporter' | 'dept' | 'scope' | 'version']: VersionRow[Name][];
};

// Columns, not records: of the tens of thousands of figures of a school list the server reads nothing twice.
const pointing = prepared(
  (_, { tenant, round, task, subject, item, period, reporter, dept, scope, version }: Writing & Columns) =>
    sql`insert into figure (tenant, round, subject, item, period, reporter, dept, scope, task, latest)
    select ${tenant}, ${round}, r.subject, r.item, r.period, r.reporter, r.dept, r.scope, ${task}, r.version
      from unnest(${subject}::integer[], ${item}::text[], ${period}::text[], ${reporter}::integer[],
                  ${dept}::text[], ${scope}::text[], ${version}::integer[])
        as r(subject, item, period, reporter, dept, scope, version)
    on conflict (tenant, round, subject, item, period, reporter, dept, scope)
      do update set task = excluded.task, latest = excluded.latest, returned = null`,
);

const adding = prepared(
  (_, { tenant, round, task, author, person, at, rows }: Writing & Author & { readonly rows: string }) =>
    sql`insert into figure_version (tenant, round, subject, item, period, reporter, dept, scope, version, kind, steps,
      unit, words, gap, typed, typed_unit, nature, source, reason, reason_holds, task, author, person, at)
    select ${tenant}, ${round}, r.*, ${task}, ${author}, ${person}, ${at}
      from jsonb_to_recordset(${rows}::jsonb)
        as r(subject integer, item text, period text, reporter integer, dept text, scope text, version integer, kind text,
             steps bigint, unit text, words text, gap text, typed text, typed_unit text, nature text, source jsonb, reason text,
             reason_holds boolean)`,
);

/** Raises the edition of a task that is held, and gives the new one; a returned task that is changed is a draft again. */
export function touchTask(tx: Tx, { tenant, round, task, edition }: Task, now: Date): number {
  withoutWaiting(tx, touching({ tenant, round, task, now }));
  return edition + 1;
}

const touching = prepared((from, { tenant, round, task, now }: Writing & { readonly now: Date }) =>
  from
    .updateTable('task')
    .set(({ eb }) => ({ edition: eb('edition', '+', 1), changed_at: now }))
    .where((where) => where.and({ tenant, round, task })),
);
