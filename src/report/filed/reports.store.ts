/** Reports, their versions and the snapshots they were made from: rows that name contents by hash. */
import { sql } from 'kysely';
import type { Tx } from '../../platform/index.ts';
import type { ReportSummary } from './summary.ts';

export interface ReportKey {
  readonly tenant: number;
  readonly round: string;
  readonly report: string;
}

export const addSnapshot = (
  tx: Tx,
  row: {
    readonly tenant: number;
    readonly round: string;
    readonly snapshot: string;
    readonly revision: bigint;
    readonly rules: number;
    readonly content: string;
    readonly results: string;
    readonly author: string;
    readonly at: Date;
  },
) => tx.insertInto('snapshot').values(row).execute();

export const findSnapshot = (tx: Tx, tenant: number, round: string, snapshot: string) =>
  tx
    .selectFrom('snapshot')
    .selectAll()
    .where((where) => where.and({ tenant, round, snapshot }))
    .executeTakeFirstOrThrow();

/** Whether the content is a bundle made of the report; the record of what was done knows. */
export const wasBundled = async (tx: Tx, tenant: number, report: string, sha256: string): Promise<boolean> =>
  (await tx
    .selectFrom('audit')
    .select('entry')
    .where((where) => where.and({ tenant, action: 'report.bundle', about: `report ${report}` }))
    .where(sql<string>`detail->>'sha256'`, '=', sha256)
    .executeTakeFirst()) !== undefined;

/** Deeds on record about a report, the newest first. */
export const historyOf = (tx: Tx, { tenant, report }: ReportKey) =>
  tx
    .selectFrom('audit')
    .select(['entry', 'at', 'person', 'action', 'detail'])
    .where((where) => where.and({ tenant, about: `report ${report}` }))
    .where('action', 'not like', 'report.remark.%')
    .orderBy('at', 'desc')
    .orderBy('entry', 'desc')
    .execute();

/** What audit rows of the round are about: itself, its tasks, its evidence, its reports. */
export async function aboutsOfRound(tx: Tx, tenant: number, round: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ about: string }>`
    select 'task ' || task as about from task where tenant = ${tenant} and round = ${round}
    union select 'evidence ' || evidence from evidence where tenant = ${tenant} and round = ${round}
    union select 'report ' || report from report where tenant = ${tenant} and round = ${round}`.execute(tx);
  return new Set([`round ${round}`, ...rows.map(({ about }) => about)]);
}

/** Which version of each figure counts now, by the numbers of its units. */
export const listAccepted = (tx: Tx, tenant: number, round: string) =>
  tx
    .selectFrom('figure')
    .select(['subject', 'item', 'period', 'accepted as version'])
    .where((where) => where.and({ tenant, round }))
    .where('accepted', 'is not', null)
    .execute();

export interface NewVersion extends ReportKey {
  readonly version: number;
  readonly kind: 'composed' | 'edited' | 'correction';
  readonly state: string;
  readonly snapshot: string;
  readonly template: string;
  readonly docx: string;
  readonly html: string;
  readonly trace: string;
  readonly findings: readonly unknown[];
  readonly filing: Readonly<Record<string, unknown>>;
  readonly summary: ReportSummary;
  readonly author: string;
  readonly person: string;
  readonly at: Date;
}

export const addVersion = (tx: Tx, { findings, filing, summary, ...row }: NewVersion) =>
  tx
    .insertInto('report')
    .values({
      ...row,
      findings: JSON.stringify(findings),
      filing: JSON.stringify(filing),
      summary: JSON.stringify(summary),
    })
    .execute();

/** Reports that were discarded are kept, and found by nobody who looks for reports. */
const IN_USE = sql<boolean>`filing->'discarded' is null`;

export const markDiscarded = (
  tx: Tx,
  { tenant, round, report }: ReportKey,
  discarded: { readonly reason: string; readonly by: string; readonly at: string },
) =>
  tx
    .updateTable('report')
    .set({ filing: sql`filing || ${JSON.stringify({ discarded })}::jsonb` })
    .where((where) => where.and({ tenant, round, report }))
    .execute();

export const listVersions = (tx: Tx, tenant: number, round: string) =>
  tx
    .selectFrom('report')
    .select(['report', 'version', 'kind', 'state', 'person', 'at', 'filing', 'summary'])
    .where((where) => where.and({ tenant, round }))
    .where(IN_USE)
    .orderBy('at', 'desc')
    .orderBy('version', 'desc')
    .execute();

/** Versions of one report, the newest first. */
export const versionsOf = (tx: Tx, { tenant, round, report }: ReportKey) =>
  tx
    .selectFrom('report')
    .select(['version', 'kind', 'state', 'person', 'at'])
    .where((where) => where.and({ tenant, round, report }))
    .where(IN_USE)
    .orderBy('version', 'desc')
    .execute();

export const listLastVersions = (tx: Tx, tenant: number, round: string) =>
  tx
    .selectFrom('report')
    .distinctOn('report')
    .select(['report', 'version', 'state', 'trace', 'docx', 'summary', 'snapshot'])
    .where((where) => where.and({ tenant, round }))
    .where(IN_USE)
    .orderBy('report')
    .orderBy('version', 'desc')
    .execute();

/** The version asked for, else the last. */
export function findVersion(tx: Tx, key: ReportKey, version?: number) {
  const { tenant, round, report } = key;
  const of = { tenant, round, report, ...(version === undefined ? {} : { version }) };
  return tx
    .selectFrom('report')
    .selectAll()
    .where((where) => where.and(of))
    .where(IN_USE)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Held until the transaction ends, so that versions of a report follow one another. */
export const holdReport = (tx: Tx, { tenant, round }: Omit<ReportKey, 'report'>) =>
  tx
    .selectFrom('round')
    .select('round')
    .where((where) => where.and({ tenant, round }))
    .forUpdate()
    .executeTakeFirst();

export const setState = (
  tx: Tx,
  { tenant, round, report }: ReportKey,
  version: number,
  state: string,
  filing: Readonly<Record<string, unknown>>,
) =>
  tx
    .updateTable('report')
    .set({ state, filing: JSON.stringify(filing) })
    .where((where) => where.and({ tenant, round, report, version }))
    .execute();

export const setTemplate = (tx: Tx, tenant: number, round: string, template: string) =>
  tx
    .updateTable('round')
    .set({ template })
    .where((where) => where.and({ tenant, round }))
    .execute();

/** Names of people by account. */
export async function namesOf(tx: Tx, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('account').select(['account', 'name']).where('account', 'in', accounts).execute();
  return new Map(rows.map(({ account, name }) => [account, name]));
}
