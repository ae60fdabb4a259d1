/** Rounds judged of the same year, and the task in them that is the twin of one here. */
import type { Tx } from '../../platform/index.ts';
import type { RoundContext, Task } from './rounds.store.ts';

/** Newest first. */
export const roundsBeside = (
  tx: Tx,
  { tenant, round, year }: Pick<RoundContext['round'], 'tenant' | 'round' | 'year'>,
) =>
  tx
    .selectFrom('round')
    .select(['round', 'name', 'direction'])
    .where((where) => where.and({ tenant, year }))
    .where('round', '!=', round)
    .orderBy('opens', 'desc')
    .orderBy('round')
    .execute();

/** Of the same unit, department and part; undefined where that round asks nothing of them. */
export const findTwin = (tx: Tx, { tenant, unit, dept, part }: Task, round: string) =>
  tx
    .selectFrom('task')
    .selectAll()
    .where((where) => where.and({ tenant, round, unit, dept, part }))
    .executeTakeFirst();
