/** 按得分排序: each time it was allowed or stopped. Appended, never changed. */
import type { Tx } from '../../platform/index.ts';

interface Of {
  readonly tenant: number;
  readonly round: string;
}

export interface OrderTurn {
  readonly version: number;
  readonly permitted: boolean;
  readonly reason: string;
  readonly person: string;
  readonly at: Date;
}

/** What holds now; undefined while nobody has allowed it. */
export const lastTurn = (tx: Tx, of: Of): Promise<OrderTurn | undefined> =>
  tx
    .selectFrom('score_order')
    .select(['version', 'permitted', 'reason', 'person', 'at'])
    .where((where) => where.and({ ...of }))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();

export const addTurn = (tx: Tx, row: Of & OrderTurn & { readonly author: string }) =>
  tx.insertInto('score_order').values(row).execute();
