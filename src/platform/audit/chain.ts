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

export function linkOf(before: string, row: AuditRow): string {
  const { tenant, entry, at, account, person, action, about, detail, address } = row;
  const words = [tenant, entry, at.toISOString(), account, person, action, about, inOrder(detail), address];
  return createHash('sha256')
    .update(`${before}\n${JSON.stringify(words)}`)
    .digest('hex');
}

/** Keys sorted at every depth: the database gives them back in an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, of]) => [key, inOrder(of)]);
}
