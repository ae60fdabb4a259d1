import type { Tx } from '../../platform/index.ts';

/** Each raised the round's revision and stands among its changes. */
export const listMoves = (tx: Tx, tenant: number, round: string) =>
  tx
    .selectFrom('change')
    .select(['kind', 'about', 'at'])
    .where((where) => where.and({ tenant, round }))
    .where('kind', 'in', ['lock', 'unlock', 'close'])
    .orderBy('revision')
    .execute();
