/** Lists page by page: behind the key of the last row of the page before, so many of them. */
import Type from 'typebox';
import { PlatformProblem } from '../problems.ts';

/** Without `limit` such a list comes whole. */
const PAGE_MOST = 10_000;

/** Fields of the input of a list that is made in memory. */
export const PAGING = {
  after: Type.Optional(Type.String({ maxLength: 64 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_MOST })),
};

/**
 * The rows behind the one with the key `after`. Asked of everything there is, before what one may see or what still waits
 * is chosen: the last row of a page may have left the list meanwhile. Throws `platform.inputRefused` for a key of none.
 */
export function behind<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  after: string | undefined,
): readonly Row[] {
  if (after === undefined) return rows;
  const at = rows.findIndex((row) => keyOf(row) === after);
  if (at === -1) throw PlatformProblem.inputRefused({ places: ['/after is the key of no row'] });
  return rows.slice(at + 1);
}
