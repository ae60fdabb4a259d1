/** 佐证材料: one record per content, many links. Known within a unit by its number. */
import type { UnitCode } from '../../kernel/index.ts';
import type { Register } from '../../org/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import type { EvidenceRecord } from '../contract.ts';

export async function listEvidence(tx: Tx, tenant: number, round: string, unit?: number) {
  const of = { tenant, round, ...(unit === undefined ? {} : { unit }) };
  const records = await tx
    .selectFrom('evidence')
    .selectAll()
    .where((where) => where.and(of))
    .where('state', '<>', 'withdrawn')
    .orderBy('unit')
    .orderBy('number')
    .execute();
  const links = await tx
    .selectFrom('evidence_link')
    .selectAll()
    .where((where) => where.and({ tenant, round }))
    .orderBy('code')
    .execute();
  const byRecord = Map.groupBy(links, ({ evidence }) => evidence);
  return records.map((record) => {
    const codes = (kind: 'item' | 'indicator') =>
      (byRecord.get(record.evidence) ?? []).filter((link) => link.kind === kind).map(({ code }) => code);
    return { ...record, items: codes('item'), indicators: codes('indicator') };
  });
}
export type HeldEvidence = Awaited<ReturnType<typeof listEvidence>>[number];

/** As the pure stages read it; the file is named by the path the catalogue gives. */
export function recordOf(held: HeldEvidence, { unitOf }: Register): EvidenceRecord {
  const unit = unitOf(held.unit)?.code;
  const given = <K extends string>(key: K, value: string | null): { readonly [P in K]?: string } =>
    value === null ? {} : ({ [key]: value } as { readonly [P in K]: string });
  return {
    number: held.number,
    title: held.title,
    ...given('docNumber', held.doc_number),
    ...given('issuer', held.issuer),
    ...given('date', held.dated),
    ...given('pages', held.pages),
    mode: held.mode,
    ...given('file', held.file_name),
    ...given('sha256', held.sha256),
    ...(unit === undefined ? {} : { unit: unit as UnitCode }),
    indicators: held.indicators,
    items: held.items,
  };
}

/** Records of a catalogue, new or stated again under the same number. */
export async function upsertEvidence(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly unit: number; readonly dept: string },
  records: readonly EvidenceRecord[],
  by: { readonly author: string; readonly person: string; readonly at: Date },
): Promise<void> {
  for (const record of records) {
    const columns = {
      title: record.title,
      doc_number: record.docNumber ?? null,
      issuer: record.issuer ?? null,
      dated: record.date ?? null,
      pages: record.pages ?? null,
      mode: record.mode,
      file_name: record.file ?? null,
      ...by,
    };
    const { evidence } = await tx
      .insertInto('evidence')
      .values({ ...of, evidence: newId(), number: record.number, ...columns, sha256: null })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant', 'round', 'unit', 'number'])
          .doUpdateSet((is) => ({ ...columns, version: is('evidence.version', '+', 1) })),
      )
      .returning('evidence')
      .executeTakeFirstOrThrow();
    await relink(tx, { tenant: of.tenant, round: of.round, evidence }, record);
  }
}

export async function relink(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly evidence: string },
  { items, indicators }: Pick<EvidenceRecord, 'items' | 'indicators'>,
): Promise<void> {
  await tx
    .deleteFrom('evidence_link')
    .where((where) => where.and(of))
    .execute();
  const links = [
    ...items.map((code) => ({ ...of, kind: 'item' as const, code })),
    ...indicators.map((code) => ({ ...of, kind: 'indicator' as const, code })),
  ];
  if (links.length > 0)
    await tx
      .insertInto('evidence_link')
      .values(links)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}
