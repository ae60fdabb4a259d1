/** What stands in a filled workbook. Empty maps and lists give the blank form. */
import type { EvidenceRecord } from '../contract.ts';

/** One row of a form as a person types it: numbers in the item's unit, 是 or 否, words. */
export interface Answer {
  readonly now?: string;
  readonly prior?: string;
  /** 说明 */
  readonly reason?: string;
  /** 佐证编号, several joined by 、 */
  readonly evidence?: string;
}

/** Item code -> answer. */
export type Answers = ReadonlyMap<string, Answer>;
/** Column code -> text as typed. */
export type LedgerEntry = ReadonlyMap<string, string>;
export type CatalogueEntry = Omit<EvidenceRecord, 'sha256' | 'unit'>;

export interface FormContent {
  readonly answers: Answers;
  /** Ledger code -> rows. */
  readonly ledgers: ReadonlyMap<string, readonly LedgerEntry[]>;
  readonly evidence: readonly CatalogueEntry[];
}

export const BLANK: FormContent = { answers: new Map(), ledgers: new Map(), evidence: [] };
