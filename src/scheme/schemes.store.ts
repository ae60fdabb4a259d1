/** Published schemes, frozen as their files. Resolved once a process: the same hash is the same scheme. */
import type { Tx } from '../platform/index.ts';
import { SchemeProblem } from './problems.ts';
import { resolveScheme } from './resolve.ts';
import type { Scheme } from './scheme.ts';

/** A process serves the schemes of a few rounds; the oldest goes when more are asked for. */
const KEPT = 8;
const resolved = new Map<string, Scheme>();

/** Throws `scheme.notPublished`. */
export async function loadPublished(tx: Tx, tenant: number, scheme: string, version: string): Promise<Scheme> {
  // The files are fetched only when they have to be read.
  const published = await tx
    .selectFrom('scheme')
    .select('hash')
    .where((where) => where.and({ tenant, scheme, version }))
    .executeTakeFirst();
  if (published === undefined) throw SchemeProblem.notPublished({ scheme, version });
  return publishedAs(tx, { tenant, scheme, version, hash: published.hash });
}

/** The same where its hash is known already. */
export async function publishedAs(
  tx: Tx,
  {
    tenant,
    scheme,
    version,
    hash,
  }: { readonly tenant: number; readonly scheme: string; readonly version: string; readonly hash: string },
): Promise<Scheme> {
  const known = resolved.get(hash);
  if (known !== undefined) return known;
  const { scheme: made } = resolveScheme(await publishedTexts(tx, tenant, scheme, version));
  if (made === undefined) throw new Error(`published scheme ${scheme}/${version} does not resolve`);
  resolved.set(hash, made);
  if (resolved.size > KEPT) resolved.delete(resolved.keys().next().value ?? '');
  return made;
}

/** The scheme published last, of whichever code; undefined before the first. */
export async function loadNewest(tx: Tx, tenant: number): Promise<Scheme | undefined> {
  const [newest] = await listPublished(tx, tenant);
  return newest && loadPublished(tx, tenant, newest.scheme, newest.version);
}

export const findPublished = (tx: Tx, tenant: number, scheme: string, version: string) =>
  tx
    .selectFrom('scheme')
    .selectAll()
    .where((where) => where.and({ tenant, scheme, version }))
    .executeTakeFirst();

/** The files of a published scheme as they were published. Throws `scheme.notPublished`. */
export async function publishedTexts(tx: Tx, tenant: number, scheme: string, version: string) {
  const row = await findPublished(tx, tenant, scheme, version);
  if (row === undefined) throw SchemeProblem.notPublished({ scheme, version });
  return textsOf(row.files);
}

/** The newest version published beside the one named. */
export const lastPublished = (tx: Tx, tenant: number, scheme: string, beside: string) =>
  tx
    .selectFrom('scheme')
    .select(['version', 'published_at'])
    .where((where) => where.and({ tenant, scheme }))
    .where('version', '<>', beside)
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst();

export const listPublished = (tx: Tx, tenant: number) =>
  tx
    .selectFrom('scheme')
    .select(['scheme', 'version', 'year', 'hash', 'published_at'])
    .where('tenant', '=', tenant)
    .orderBy('published_at', 'desc')
    .execute();

export const addPublished = (
  tx: Tx,
  row: {
    readonly tenant: number;
    readonly scheme: string;
    readonly version: string;
    readonly year: number;
    readonly hash: string;
    readonly files: Readonly<Record<string, string>>;
    readonly published_at: Date;
    readonly published_by: string;
  },
) =>
  tx
    .insertInto('scheme')
    .values({ ...row, files: JSON.stringify(row.files) })
    .execute();

/** In the order of the folder, as `readSchemeFolder` gives them. */
export const textsOf = (files: Readonly<Record<string, string>>) =>
  Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => ({ file, text }));
