/** The catalogue of a dropped workbook held against the records of its unit. */
import type { Finding } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Submission } from '../contract.ts';
import { type CatalogueChange, catalogueChange } from '../evidence/catalogue-change.ts';
import { listRecords, recordOf } from '../evidence/evidence.store.ts';
import type { RoundContext, Task } from '../round/rounds.store.ts';
import type { Outset } from './outset.ts';

interface PlannedCatalogue extends CatalogueChange {
  /** What was found in reading, without that a file is not beside the workbook which lies here. */
  readonly read: readonly Finding[];
}

export async function planCatalogue(
  tx: Tx,
  { round, register }: RoundContext,
  { evidence, findings }: Submission,
  { unit, dept, part }: Task,
  { records }: Outset,
): Promise<PlannedCatalogue> {
  const standing = (await listRecords(tx, round.tenant, round.round, unit)).map((row) => ({
    ...row,
    hasContent: row.sha256 !== null,
    record: recordOf(row, register),
  }));
  const filed = new Set(standing.filter(({ hasContent }) => hasContent).map(({ record }) => record.number));
  return {
    ...catalogueChange(part === 'forms' ? evidence : [], { dept, standing, sealed: records }),
    read: findings.filter(
      ({ code, data }) => !(code === 'collect.evidence.fileMissing' && filed.has(`${data.number}`)),
    ),
  };
}
