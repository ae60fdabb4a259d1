/** All versions of one figure, newest first. */
import type { Tx } from '../../platform/index.ts';

/** A figure rewritten more often than this is not read further back on a screen. */
const VERSIONS_LIMIT = 200;

export const versionsOf = (
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly subject: number; readonly item: string },
) =>
  tx
    .selectFrom('figure_version')
    .select(['period', 'version', 'typed', 'typed_unit', 'nature', 'reason', 'person', 'at', 'source'])
    .where((where) => where.and(of))
    .orderBy('at', 'desc')
    .orderBy('version', 'desc')
    .limit(VERSIONS_LIMIT)
    .execute();
