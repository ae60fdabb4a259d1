/** Versions of figures that one deed of the record wrote, each with the one before it. */
import type { Tx } from '../../platform/index.ts';

/** The row of the record; undefined when there is none. */
export const findDeed = (tx: Tx, tenant: number, entry: string) =>
  tx
    .selectFrom('audit')
    .select(['at', 'account', 'about', 'action'])
    .where((where) => where.and({ tenant, entry }))
    .executeTakeFirst();

/** Versions and the row that tells of them are written at one instant by one account. */
export const versionsOfDeed = (
  tx: Tx,
  tenant: number,
  { task, at, author }: { readonly task: string; readonly at: Date; readonly author: string },
  most: number,
) =>
  tx
    .selectFrom('figure_version as now')
    .leftJoin('figure_version as was', (join) =>
      join
        .onRef('was.tenant', '=', 'now.tenant')
        .onRef('was.round', '=', 'now.round')
        .onRef('was.subject', '=', 'now.subject')
        .onRef('was.item', '=', 'now.item')
        .onRef('was.period', '=', 'now.period')
        .onRef('was.reporter', '=', 'now.reporter')
        .onRef('was.dept', '=', 'now.dept')
        .onRef('was.scope', '=', 'now.scope')
        .onRef('was.version', '=', (row) => row('now.version', '-', 1) as never),
    )
    .select(['now.round', 'now.subject', 'now.item', 'now.period', 'now.version', 'now.reason'])
    .select(['was.typed as wasTyped', 'was.typed_unit as wasUnit', 'now.typed', 'now.typed_unit as unit'])
    .where('now.tenant', '=', tenant)
    .where('now.task', '=', task)
    .where('now.at', '=', at)
    .where('now.author', '=', author)
    .orderBy('now.item')
    .orderBy('now.period')
    .limit(most)
    .execute();
