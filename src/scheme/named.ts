/** What people call something that is asked: an item, or a ledger. */
import type { ItemCode, LedgerCode } from '../kernel/index.ts';
import type { Scheme } from './scheme.ts';

export const nameOfAsked = ({ items, ledgers }: Scheme, code: ItemCode | LedgerCode): string =>
  items.get(code as ItemCode)?.name ?? ledgers.get(code as LedgerCode)?.name ?? code;
