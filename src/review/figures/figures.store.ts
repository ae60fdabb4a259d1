/** Pointers of accepted figures, and the versions a reviewer compares. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { TaskKey } from '../decisions.store.ts';

export interface FigureOf {
  readonly subject: number;
  readonly item: string;
  readonly period: string;
}

/** Accepts one figure if `version` is its latest; else gives the latest, undefined where the task holds no such figure. */
export async function acceptLatest(
  tx: Tx,
  { tenant, round, task }: TaskKey,
  { subject, item, period }: FigureOf,
  version: number,
): Promise<number | undefined> {
  const which = { tenant, round, task, subject, item, period };
  const held = await tx
    .selectFrom('figure')
    .select('latest')
    .where((where) => where.and(which))
    .executeTakeFirst();
  if (held?.latest === version)
    await tx
      .updateTable('figure')
      .set({ accepted: version, returned: null })
      .where((where) => where.and(which))
      .execute();
  return held?.latest;
}

/** Accepts the latest of every figure of the task but those left out; gives how many moved. */
export async function acceptAllBut(
  tx: Tx,
  { tenant, round, task }: TaskKey,
  left: readonly FigureOf[],
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update figure set accepted = latest, returned = null
     where tenant = ${tenant} and round = ${round} and task = ${task} and accepted is distinct from latest
       and not exists (
         select 1 from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as l(subject integer, item text, period text)
          where l.subject = figure.subject and l.item = figure.item and l.period = figure.period)`.execute(tx);
  return Number(numAffectedRows);
}

/** Every version of the task's figures, each figure's together and in order. */
export const listVersions = (tx: Tx, { tenant, round, task }: TaskKey) =>
  tx
    .selectFrom('figure_version')
    .select(['subject', 'item', 'period', 'reporter', 'dept', 'scope', 'version'])
    .select(['typed', 'typed_unit', 'reason', 'person', 'at'])
    .where((where) => where.and({ tenant, round, task }))
    .orderBy('subject')
    .orderBy('item')
    .orderBy('period')
    .orderBy('reporter')
    .orderBy('dept')
    .orderBy('scope')
    .orderBy('version')
    .execute();

/** Rows of 台账 put in and taken out since the moment, ledger by ledger. */
export const countRowsSince = (tx: Tx, { tenant, round, task }: TaskKey, since: Date) =>
  tx
    .selectFrom('ledger_row')
    .select(['ledger', 'removed', ({ fn }) => fn.countAll<bigint>().as('count')])
    .where((where) => where.and({ tenant, round, task, latest: true }))
    .where('at', '>', since)
    .groupBy(['ledger', 'removed'])
    .orderBy('ledger')
    .execute();

/** The task in which a figure was last stated, in its unit and department; undefined where nobody did. */
export const findStatement = (
  tx: Tx,
  of: {
    readonly tenant: number;
    readonly round: string;
    readonly subject: number;
    readonly item: string;
    readonly period: string;
  },
) =>
  tx
    .selectFrom('figure_version')
    .innerJoin('task', (join) =>
      join
        .onRef('task.tenant', '=', 'figure_version.tenant')
        .onRef('task.round', '=', 'figure_version.round')
        .onRef('task.task', '=', 'figure_version.task'),
    )
    .select(['task.task', 'task.unit', 'task.dept', 'task.part'])
    .where('figure_version.tenant', '=', of.tenant)
    .where('figure_version.round', '=', of.round)
    .where('figure_version.subject', '=', of.subject)
    .where('figure_version.item', '=', of.item)
    .where('figure_version.period', '=', of.period)
    .orderBy('figure_version.at', 'desc')
    .limit(1)
    .executeTakeFirst();
