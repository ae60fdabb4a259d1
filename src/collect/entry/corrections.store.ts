/** The one figure a correction is about: the version that counts, and the pointer moved on to its successor. */
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
