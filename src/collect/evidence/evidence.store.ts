/** 佐证材料: one record per content, many links. Known within a unit by its number. */
import { sql } from 'kysely';
import type { UnitCode } from '../../kernel/index.ts';
import type { Register } from '../../org/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import type { EvidenceRecord } from '../contract.ts';
import type { CatalogueChange } from './catalogue-change.ts';
import { findSensitive, wordsOf } from './sensitive.ts';

/** Those that hold; a record that was withdrawn is none of the catalogue. */
export const listEvidence = async (tx: Tx, tenant: number, round: string, unit?: number) =>
  (await listRecords(tx, tenant, round, unit)).filter(({ state }) => state !== 'withdrawn');

/** Also those that were withdrawn. */
export async function listRecords(tx: Tx, tenant: number, round: string, unit?: number) {
  const of = { tenant, round, ...(unit === undefined ? {} : { unit }) };
  const records = await tx
    .selectFrom('evidence')
    .selectAll()
    .where((where) => where.and(of))
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
export type HeldEvidence = Awaited<ReturnType<typeof listRecords>>[number];

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

/** What a catalogue changes, written as it was planned under the task's lock. */
export async function applyCatalogue(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly unit: number; readonly dept: string },
  { added, changed }: Pick<CatalogueChange, 'added' | 'changed'>,
  by: { readonly author: string; readonly person: string; readonly at: Date },
): Promise<void> {
  const begun = added.map((record) => ({ evidence: newId(), record }));
  if (begun.length > 0)
    await sql`insert into evidence (tenant, round, unit, dept, author, person, at,
        evidence, number, title, doc_number, issuer, dated, pages, mode, file_name, findings)
      select ${of.tenant}, ${of.round}, ${of.unit}, ${of.dept}, ${by.author}, ${by.person}, ${by.at}, r.*
        from ${recordset(begun)}`.execute(tx);
  if (changed.length > 0)
    await sql`update evidence e
        set title = r.title, doc_number = r.doc_number, issuer = r.issuer, dated = r.dated, pages = r.pages,
            mode = r.mode, file_name = case when e.sha256 is null then r.file_name else e.file_name end,
            findings = r.findings || (select coalesce(jsonb_agg(f), '[]') from jsonb_array_elements(e.findings) f
              where f #>> '{data,where}' <> 'record'),
            author = ${by.author}, person = ${by.person}, at = ${by.at}, version = e.version + 1
       from ${recordset(changed)}
      where e.tenant = ${of.tenant} and e.round = ${of.round} and e.evidence = r.evidence`.execute(tx);
  const linked = [...begun, ...changed].map(({ evidence, record: { items, indicators } }) => ({
    evidence,
    items,
    indicators,
  }));
  if (linked.length > 0) await relink(tx, of, linked);
}

const recordset = (records: readonly { readonly evidence: string; readonly record: EvidenceRecord }[]) => {
  const rows = records.map(({ evidence, record }) => ({
    evidence,
    number: record.number,
    title: record.title,
    doc_number: record.docNumber ?? null,
    issuer: record.issuer ?? null,
    dated: record.date ?? null,
    pages: record.pages ?? null,
    mode: record.mode,
    file_name: record.file ?? null,
    findings: findSensitive(new Map([['record', wordsOf(record)]])),
  }));
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r(evidence uuid, number text, title text, doc_number text, issuer text, dated text, pages text, mode text,
         file_name text, findings jsonb)`;
};

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
