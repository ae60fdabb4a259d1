import type { Tx } from '../../platform/index.ts';
import type { TaskKey } from '../decisions.store.ts';

export const setDue = (tx: Tx, { tenant, round, task }: TaskKey, due: Date) =>
  tx
    .updateTable('task')
    .set({ due })
    .where((where) => where.and({ tenant, round, task }))
    .execute();
