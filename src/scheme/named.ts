/** What people call something that is asked: an item, or a ledger. */
import type { ItemCode, LedgerCode } from '../kernel/index.ts';
import type { Scheme } from './scheme.ts';

export const nameOfAsked = ({ items, ledgers }: Scheme, code: ItemCode | LedgerCode): string =>
  items.get(code as ItemCode)?.name ?? ledgers.get(code as LedgerCode)?.name ?? code;

/** Whether a code that something lacks is a ledger's; what is both is the item. */
export const isLedger = ({ items, ledgers }: Scheme, code: ItemCode | LedgerCode): boolean =>
  !items.has(code as ItemCode) && ledgers.has(code as LedgerCode);
