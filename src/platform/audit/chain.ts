/** The link of one audit row: SHA-256 over the hash before and the row, written the same way every time. */
import { createHash } from 'node:crypto';

export interface AuditRow {
  readonly tenant: number;
  readonly entry: string;
  readonly at: Date;
  readonly account: string | null;
  readonly person: string;
  readonly action: string;
  readonly about: string;
  readonly detail: unknown;
  readonly address: string;
}

/** No transaction is open as long: a row this much older than one sealed before it was not written when it says. */
export const LATEST_MS = 600_000;

/** Hash before the first row of a tenant. */
export const START = '0'.repeat(64);

/** SHA-256 of a row by itself: it stands for the row where the row is not shown. */
export const digestOf = (row: AuditRow): string => hash(wordsOf(row));

/** The link over the hash before and the digest of a row, so that a chain is walked without knowing every row. */
export const linkOf = (before: string, digest: string): string => hash(`${before}\n${digest}`);

/** Rows sealed before 2026-11-28 have the row itself in their link. Who seals anew never makes one. */
export const olderLinkOf = (before: string, row: AuditRow): string => hash(`${before}\n${wordsOf(row)}`);

/** Whether the link seals the row after the hash before. */
export const isSealedBy = (link: string, before: string, row: AuditRow): boolean =>
  link === linkOf(before, digestOf(row)) || link === olderLinkOf(before, row);

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function wordsOf({ tenant, entry, at, account, person, action, about, detail, address }: AuditRow): string {
  return JSON.stringify([tenant, entry, at.toISOString(), account, person, action, about, inOrder(detail), address]);
}

/** Keys sorted at every depth: the database gives them back in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => [key, inOrder(of)]);
}
