/** What they answered: everything read from one workbook, one folder or one CSV, with every finding about it. */
import type { DeptCode, Figure, Finding, LedgerCode, Place, UnitCode } from '../kernel/index.ts';
import type { OrgTree } from '../org/on-files.ts';
import type { ReadSeal } from './seal.ts';

export type LedgerValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'quantity'; readonly steps: bigint; readonly unit: import('../kernel/index.ts').Unit };

export interface LedgerRow {
  readonly ledger: LedgerCode;
  /** The unit the row counts for. */
  readonly unit: UnitCode;
  /** Column code -> value; a column left empty is absent. */
  readonly values: Readonly<Record<string, LedgerValue>>;
  /** Where the row starts. */
  readonly at: { readonly file: string; readonly sheet: string; readonly cell: string };
}

/** A ledger that came, with rows or without: only of one that came are no rows none. */
export interface HandedLedger {
  readonly ledger: LedgerCode;
  readonly unit: UnitCode;
}

/** 佐证材料目录 entry: one record per content, many links. */
export interface EvidenceRecord {
  /** `B3.1-01` */
  readonly number: string;
  readonly title: string;
  readonly docNumber?: string;
  readonly issuer?: string;
  /** `2025-03-01` as stated. */
  readonly date?: string;
  readonly pages?: string;
  readonly mode: 'upload' | 'pages' | 'onsite';
  /** Relative to the figures folder, for uploads. */
  readonly file?: string;
  /** Content hash of the file, when it is there. */
  readonly sha256?: string;
  readonly unit?: UnitCode;
  readonly indicators: readonly string[];
  readonly items: readonly string[];
  /** The row of the catalogue, where it was read from one. */
  readonly at?: Place;
}

export interface FileRead {
  readonly file: string;
  readonly figures: number;
  readonly rows: number;
  /** Whose workbook it is, where it is one that was read. */
  readonly from?: { readonly unit: UnitCode; readonly dept?: DeptCode; readonly part: 'forms' | 'schools' };
  /** Of a workbook that went out sealed; not yet held against a key. */
  readonly seal?: ReadSeal;
}

export interface Submission {
  readonly year: number;
  readonly org: OrgTree;
  readonly figures: readonly Figure[];
  readonly ledgerRows: readonly LedgerRow[];
  readonly handedLedgers: readonly HandedLedger[];
  readonly evidence: readonly EvidenceRecord[];
  /** Every file looked at, relative to the path given, with what was taken from it. */
  readonly files: readonly FileRead[];
  readonly findings: readonly Finding[];
  /** Of a round: what reviewers accepted and no more, where files hold all that was reported. */
  readonly onlyAccepted?: true;
}
