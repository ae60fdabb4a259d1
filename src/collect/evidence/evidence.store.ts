/** 佐证材料: one record per content, many links. Known within a unit by its number. */
import { sql } from 'kysely';
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

/** Records of a catalogue, new or stated again under the same number; of a number stated twice the last holds. */
export async function upsertEvidence(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly unit: number; readonly dept: string },
  records: readonly EvidenceRecord[],
  by: { readonly author: string; readonly person: string; readonly at: Date },
): Promise<void> {
  const stated = new Map(records.map((record) => [record.number, record]));
  if (stated.size === 0) return;
  const rows = [...stated.values()].map((record) => ({
    evidence: newId(),
    number: record.number,
    title: record.title,
    doc_number: record.docNumber ?? null,
    issuer: record.issuer ?? null,
    dated: record.date ?? null,
    pages: record.pages ?? null,
    mode: record.mode,
    file_name: record.file ?? null,
  }));
  const filed = await sql<{ evidence: string; number: string }>`
    insert into evidence (tenant, round, unit, dept, author, person, at,
        evidence, number, title, doc_number, issuer, dated, pages, mode, file_name)
      select ${of.tenant}, ${of.round}, ${of.unit}, ${of.dept}, ${by.author}, ${by.person}, ${by.at}, r.*
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r(evidence uuid, number text, title text, doc_number text, issuer text, dated text, pages text, mode text,
               file_name text)
      on conflict (tenant, round, unit, number) do update
        set title = excluded.title, doc_number = excluded.doc_number, issuer = excluded.issuer, dated = excluded.dated,
            pages = excluded.pages, mode = excluded.mode, file_name = excluded.file_name, author = excluded.author,
            person = excluded.person, at = excluded.at, version = evidence.version + 1
      returning evidence, number`.execute(tx);
  const linked = filed.rows.flatMap(({ evidence, number }) => {
    const record = stated.get(number);
    return record === undefined ? [] : [{ evidence, items: record.items, indicators: record.indicators }];
  });
  await relink(tx, of, linked);
}

type Linked = { readonly evidence: string } & Pick<EvidenceRecord, 'items' | 'indicators'>;

/** What each of the records proves from now on, and nothing else. */
export async function relink(
  tx: Tx,
  { tenant, round }: { readonly tenant: number; readonly round: string },
  records: readonly Linked[],
): Promise<void> {
  await tx
    .deleteFrom('evidence_link')
    .where((where) => where.and({ tenant, round }))
    .where('evidence', '=', sql<string>`any(${records.map(({ evidence }) => evidence)}::uuid[])`)
    .execute();
  const links = records.flatMap(({ evidence, items, indicators }) => [
    ...items.map((code) => ({ evidence, kind: 'item', code })),
    ...indicators.map((code) => ({ evidence, kind: 'indicator', code })),
  ]);
  if (links.length === 0) return;
  await sql`insert into evidence_link (tenant, round, evidence, kind, code)
    select ${tenant}, ${round}, l.evidence, l.kind, l.code
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as l(evidence uuid, kind text, code text)
    on conflict do nothing`.execute(tx);
}
