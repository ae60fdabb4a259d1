/** Keys workbooks are sealed with, and which contents were taken over before. */
import type { Tx } from '../../platform/index.ts';

interface Of {
  readonly tenant: number;
  readonly round: string;
  readonly task: string;
}

export async function sealKey(tx: Tx, tenant: number): Promise<string> {
  const { workbook_key } = await tx
    .selectFrom('tenant')
    .select('workbook_key')
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow();
  return workbook_key;
}

/** When the same content was taken over into the task, and by whom. */
export const findImport = (tx: Tx, of: Of, sha256: string) =>
  tx
    .selectFrom('workbook_import')
    .select(['person', 'at'])
    .where((where) => where.and({ ...of, sha256 }))
    .executeTakeFirst();

export async function noteImport(
  tx: Tx,
  row: Of & {
    readonly unit: number;
    readonly sha256: string;
    readonly author: string;
    readonly person: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('workbook_import')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What each version of the task's figures said, by figure and version. */
export async function saidBefore(tx: Tx, of: Of) {
  return tx
    .selectFrom('figure_version')
    .selectAll()
    .where((where) => where.and({ ...of }))
    .execute();
}
