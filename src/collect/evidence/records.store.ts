/** One record of evidence at a time: filed, changed, withdrawn. Whole catalogues come by `evidence.store.ts`. */
import type { Finding } from '../../kernel/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { relink } from './evidence.store.ts';
import type { Links } from './links.ts';

export interface Place {
  readonly tenant: number;
  readonly round: string;
  readonly unit: number;
  readonly dept: string;
}
export interface Author {
  readonly author: string;
  readonly person: string;
  readonly at: Date;
}
interface Stated extends Links {
  readonly title: string;
  readonly docNumber?: string;
  readonly issuer?: string;
  readonly date?: string;
  readonly pages?: string;
  readonly mode: 'upload' | 'pages' | 'onsite';
  readonly content?: { readonly sha256: string; readonly name: string };
  /** Of what is stated, and of the content where one comes. */
  readonly findings: readonly Finding[];
  /** Of a record of another round it is. */
  readonly origin?: NonNullable<Held['origin']>;
}
interface Saved {
  readonly evidence: string;
  readonly number: string;
  readonly version: number;
}

export const findRecord = (tx: Tx, { tenant, round }: Pick<Place, 'tenant' | 'round'>, evidence: string) =>
  tx
    .selectFrom('evidence')
    .selectAll()
    .where((where) => where.and({ tenant, round, evidence }))
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst();
export type Held = NonNullable<Awaited<ReturnType<typeof findRecord>>>;

/** Also those of records that were withdrawn or have another now: a number means one paper for ever. */
export async function takenNumbers(tx: Tx, { tenant, round, unit }: Place): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('evidence')
    .select(['number', 'former_numbers'])
    .where((where) => where.and({ tenant, round, unit }))
    .execute();
  return new Set(rows.flatMap(({ number, former_numbers }) => [number, ...former_numbers]));
}

/** The next free one of the first indicator: `B3.1-01`, `B3.1-02`. */
export function nextNumber(code: string, taken: ReadonlySet<string>): string {
  for (let at = 1; ; at += 1) {
    const number = `${code}-${String(at).padStart(2, '0')}`;
    if (!taken.has(number)) return number;
  }
}

const columnsOf = ({ title, docNumber, issuer, date, pages, mode }: Stated) => ({
  title,
  doc_number: emptyAsNull(docNumber),
  issuer: emptyAsNull(issuer),
  dated: emptyAsNull(date),
  pages: emptyAsNull(pages),
  mode,
});
const emptyAsNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

export async function addRecord(
  tx: Tx,
  place: Place,
  stated: Stated & { readonly number: string },
  by: Author,
): Promise<Saved & Pick<Stated, 'findings'>> {
  const evidence = newId();
  const { number, content, findings, origin } = stated;
  const file = { sha256: content?.sha256 ?? null, file_name: content?.name ?? null };
  await tx
    .insertInto('evidence')
    .values({
      ...{ ...place, evidence, number, ...columnsOf(stated), ...file, findings: JSON.stringify(findings), ...by },
      ...(origin === undefined ? {} : { origin: JSON.stringify(origin) }),
    })
    .execute();
  await relink(tx, place, [{ ...stated, evidence }]);
  return { evidence, number, version: 1, findings };
}

/** Without a new content the one that is there stays, unless the paper is now only seen on site. */
export async function changeRecord(
  tx: Tx,
  held: Held,
  stated: Stated & { readonly number: string },
  by: Author,
): Promise<Saved & Pick<Stated, 'findings'>> {
  const { tenant, round, evidence } = held;
  const { number, content, mode } = stated;
  const former_numbers = [...new Set([...held.former_numbers, held.number])].filter((each) => each !== number);
  const file =
    stated.content === undefined
      ? stated.mode === 'onsite'
        ? { sha256: null, file_name: null }
        : {}
      : { sha256: stated.content.sha256, file_name: stated.content.name };
  const version = held.version + 1;
  const stays = content === undefined && mode !== 'onsite';
  const findings = [...stated.findings, ...(stays ? held.findings.filter(({ data }) => data.where !== 'record') : [])];
  await tx
    .updateTable('evidence')
    .set({ ...columnsOf(stated), ...file, ...by, number, former_numbers, version, findings: JSON.stringify(findings) })
    .where((where) => where.and({ tenant, round, evidence }))
    .execute();
  await relink(tx, { tenant, round }, [{ ...stated, evidence }]);
  return { evidence, number, version, findings };
}

/** The row stays: what was once laid before a reviewer is not made never to have been. */
export async function withdrawRecord(
  tx: Tx,
  { tenant, round, evidence, number, version }: Held,
  by: Author,
): Promise<Saved> {
  await tx
    .updateTable('evidence')
    .set({ state: 'withdrawn', ...by, version: version + 1 })
    .where((where) => where.and({ tenant, round, evidence }))
    .execute();
  return { evidence, number, version: version + 1 };
}

export async function keepContent(
  tx: Tx,
  tenant: number,
  content: { readonly sha256: string; readonly size: number; readonly type: string },
  now: Date,
): Promise<void> {
  await tx
    .insertInto('file')
    .values({ tenant, ...content, size: BigInt(content.size), created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const typeOf = async (tx: Tx, tenant: number, sha256: string): Promise<string> =>
  (
    await tx
      .selectFrom('file')
      .select('type')
      .where((where) => where.and({ tenant, sha256 }))
      .executeTakeFirst()
  )?.type ?? 'application/octet-stream';
