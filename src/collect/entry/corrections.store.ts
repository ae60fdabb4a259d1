/** The one figure a correction is about: the version that counts, and the pointer moved on to its successor. */
import { sql } from 'kysely';
import { type Period, printPeriod } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { VersionRow } from './version-row.ts';

export interface CorrectedKey {
  readonly tenant: number;
  readonly round: string;
  readonly subject: number;
  readonly item: string;
  readonly period: string;
}

export const correctedKey = (key: Omit<CorrectedKey, 'period'>, period: Period): CorrectedKey => ({
  ...key,
  period: printPeriod(period),
});

/** Undefined where nothing was accepted. */
export async function findAccepted(tx: Tx, key: CorrectedKey) {
  const figure = await tx
    .selectFrom('figure')
    .select(['task', 'latest', 'accepted'])
    .where((where) => where.and({ ...key }))
    .where('accepted', 'is not', null)
    .executeTakeFirst();
  if (figure?.accepted == null) return undefined;
  const { typed, typed_unit } = await tx
    .selectFrom('figure_version')
    .select(['typed', 'typed_unit'])
    .where((where) => where.and({ ...key, version: figure.accepted ?? 0 }))
    .executeTakeFirstOrThrow();
  return { task: figure.task, latest: figure.latest, version: figure.accepted, typed, unit: typed_unit };
}

/** Rounds in which this very figure was taken over and has not been stated anew since, with the version it was then. */
export const takenOverElsewhere = (tx: Tx, { tenant, round, subject, item, period }: CorrectedKey) =>
  tx
    .selectFrom('figure')
    .innerJoin('figure_version', (join) =>
      join
        .onRef('figure_version.tenant', '=', 'figure.tenant')
        .onRef('figure_version.round', '=', 'figure.round')
        .onRef('figure_version.subject', '=', 'figure.subject')
        .onRef('figure_version.item', '=', 'figure.item')
        .onRef('figure_version.period', '=', 'figure.period')
        .onRef('figure_version.reporter', '=', 'figure.reporter')
        .onRef('figure_version.dept', '=', 'figure.dept')
        .onRef('figure_version.scope', '=', 'figure.scope')
        .onRef('figure_version.version', '=', 'figure.latest'),
    )
    .innerJoin('round', (join) =>
      join.onRef('round.tenant', '=', 'figure.tenant').onRef('round.round', '=', 'figure.round'),
    )
    .select(['figure.round', 'round.name', 'round.state', 'figure_version.typed'])
    .where('figure.tenant', '=', tenant)
    .where('figure.round', '!=', round)
    .where((where) => where.and({ 'figure.subject': subject, 'figure.item': item, 'figure.period': period }))
    .where(sql<boolean>`figure_version.source @> ${JSON.stringify({ kind: 'round', round })}::jsonb`)
    .orderBy('figure.round')
    .execute();

export const pointAccepted = (tx: Tx, { tenant, round }: CorrectedKey, row: VersionRow) =>
  tx
    .updateTable('figure')
    .set({ accepted: row.version })
    .where((where) =>
      where.and({
        tenant,
        round,
        subject: row.subject,
        item: row.item,
        period: row.period,
        reporter: row.reporter,
        dept: row.dept,
        scope: row.scope,
      }),
    )
    .execute();
