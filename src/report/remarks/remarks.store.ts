/** Remarks beside a report: appended, never changed. */
import type { Tables, Tx } from '../../platform/index.ts';
import type { ReportKey } from '../filed/reports.store.ts';

export type Remark = Tables['report_remark'];

export const addRemark = (tx: Tx, row: Remark) => tx.insertInto('report_remark').values(row).execute();

export const listRemarks = (tx: Tx, { tenant, round, report }: ReportKey): Promise<readonly Remark[]> =>
  tx
    .selectFrom('report_remark')
    .selectAll()
    .where((where) => where.and({ tenant, round, report }))
    .orderBy('at')
    .orderBy('remark')
    .limit(5_000)
    .execute();
