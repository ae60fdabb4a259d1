/** Audit rows and their seals. */
import { sql } from 'kysely';
import type { Tx } from '../action/transact.ts';
import type { AuditRow } from './chain.ts';

/** Any number: one sealer a tenant, whichever process it runs in. Held until the transaction ends. */
const SEALER = 5_127_002;

export const holdSealer = (tx: Tx, tenant: number) =>
  sql`select pg_advisory_xact_lock(${SEALER}, ${tenant})`.execute(tx);

/** With the time of the row it seals; null when that was removed. */
export const lastSeal = (tx: Tx, tenant: number) =>
  tx
    .selectFrom('audit_seal as s')
    .leftJoin('audit as a', (join) => join.onRef('a.tenant', '=', 's.tenant').onRef('a.entry', '=', 's.entry'))
    .select(['s.seq', 's.hash', 'a.at'])
    .where('s.tenant', '=', tenant)
    .orderBy('s.seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/**
 * The time of the row sealed last, as part of a statement; null when that was removed. Two lookups, never a join: a database
 * filled this minute has no statistics, and a join of both tables for every row of the record takes longer than the save.
 */
export const newestSealed = (from: Pick<Tx, 'selectFrom'>, tenant: number) =>
  from
    .selectFrom('audit')
    .select('at')
    .where('tenant', '=', tenant)
    .where('entry', '=', ({ selectFrom }) =>
      selectFrom('audit_seal')
        .select('audit_seal.entry')
        .where('tenant', '=', tenant)
        .orderBy('seq', 'desc')
        .limit(sql.lit(1)),
    );

/** Committed rows from `since` on, and named no earlier than `from`, that no seal names yet, in the order in which they are sealed. */
export const unsealedRows = (
  tx: Tx,
  tenant: number,
  most: number,
  since: Date,
  from: string | undefined,
): Promise<AuditRow[]> =>
  tx
    .selectFrom('audit')
    .selectAll()
    .where('tenant', '=', tenant)
    .where('at', '>=', since)
    .$if(from !== undefined, (recent) => recent.where('entry', '>=', from ?? ''))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_seal')
            .select('audit_seal.seq')
            .whereRef('audit_seal.tenant', '=', 'audit.tenant')
            .whereRef('audit_seal.entry', '=', 'audit.entry'),
        ),
      ),
    )
    .orderBy('at')
    .orderBy('entry')
    .limit(most)
    .execute();

export interface Seal {
  readonly seq: bigint;
  readonly entry: string;
  readonly hash: string;
}

export async function addSeals(tx: Tx, tenant: number, seals: readonly Seal[], at: Date): Promise<void> {
  const column = <Name extends keyof Seal>(name: Name): Seal[Name][] => seals.map((seal) => seal[name]);
  await sql`insert into audit_seal (tenant, seq, entry, hash, at)
    select ${tenant}, s.seq, s.entry, s.hash, ${at}
      from unnest(${column('seq')}::bigint[], ${column('entry')}::uuid[], ${column('hash')}::text[]) as s(seq, entry, hash)`.execute(
    tx,
  );
}

/** Seals after `seq`, each with its row while that is there. */
export const sealsAfter = (tx: Tx, tenant: number, seq: bigint, most: number) =>
  tx
    .selectFrom('audit_seal as s')
    .leftJoin('audit as a', (join) => join.onRef('a.tenant', '=', 's.tenant').onRef('a.entry', '=', 's.entry'))
    .select(['s.seq', 's.entry', 's.hash'])
    .select(['a.entry as row', 'a.at', 'a.account', 'a.person', 'a.action', 'a.about', 'a.detail', 'a.address'])
    .where('s.tenant', '=', tenant)
    .where('s.seq', '>', seq)
    .orderBy('s.seq')
    .limit(most)
    .execute();

/** Rows by which a report's Word file was filed, each with the file its version names now; null when the version is gone. */
export const reportsOnRecord = (tx: Tx, tenant: number) =>
  tx
    .selectFrom('audit as a')
    .leftJoin('audit_seal as s', (join) => join.onRef('s.tenant', '=', 'a.tenant').onRef('s.entry', '=', 'a.entry'))
    .leftJoin('report as r', (join) =>
      join
        .onRef('r.tenant', '=', 'a.tenant')
        .on(sql<boolean>`'report ' || r.report = a.about and r.version = (a.detail ->> 'version')::integer`),
    )
    .select(['a.entry', 's.seq', 'a.about', 'r.docx as now'])
    .select([sql<string>`a.detail ->> 'docx'`.as('docx'), sql<string>`a.detail ->> 'version'`.as('version')])
    .where('a.tenant', '=', tenant)
    .where('a.action', 'like', 'report.%')
    .where(sql<boolean>`jsonb_typeof(a.detail -> 'docx') = 'string'`)
    .orderBy('a.at')
    .orderBy('a.entry')
    .execute();
