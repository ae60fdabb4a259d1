/** Cells in, cells out. Knows numbers, text, dates and addresses; knows nothing of items and units of measure. */

export type CellValue =
  /** `text` is the number as the file holds it, so that no digit is lost to a float. */
  | { readonly kind: 'number'; readonly text: string; readonly percent: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** Civil date from a serial under the workbook's 1900 or 1904 system. */
  | { readonly kind: 'date'; readonly date: string }
  /** `#DIV/0!`, `#REF!`, or a formula without a cached value. */
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'empty' };

export interface Cell {
  /** `F7` */
  readonly address: string;
  /** From 1. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** The value is the cached result of a formula. */
  readonly formula: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Row number -> cells in column order; empty cells are left out. */
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  /** `B2:D2`: the value stands in the first cell. */
  readonly merges: readonly string[];
  cell(address: string): Cell | undefined;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Custom document properties, which carry the form's identity. */
  readonly properties: Readonly<Record<string, string>>;
  readonly findings: readonly import('../../kernel/index.ts').Finding[];
}

// ---- writing ----

export type CellToWrite =
  | { readonly kind: 'text'; readonly text: string }
  /** Decimal text: written as it is. */
  | { readonly kind: 'number'; readonly text: string; readonly decimals?: number; readonly percent?: boolean }
  /** Without the leading `=`; `cached` is shown until the file is calculated. */
  | { readonly kind: 'formula'; readonly formula: string; readonly cached?: string; readonly decimals?: number }
  /** Decimals and percent for what will be typed there. */
  | { readonly kind: 'empty'; readonly decimals?: number; readonly percent?: boolean };

export type CellLook = 'title' | 'note' | 'head' | 'label' | 'fixed' | 'input' | 'computed';

export interface CellPlan {
  readonly content: CellToWrite;
  /** `input` cells are unlocked; all others are locked while the sheet is protected. */
  readonly look: CellLook;
}

export type Validation =
  | { readonly kind: 'decimal'; readonly min?: string; readonly max?: string; readonly says: string }
  | { readonly kind: 'whole'; readonly min?: string; readonly max?: string; readonly says: string }
  | { readonly kind: 'list'; readonly choices: readonly string[]; readonly says: string };

export interface SheetPlan {
  readonly name: string;
  readonly hidden?: boolean;
  /** Characters wide, from column A. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (CellPlan | undefined)[])[];
  readonly merges?: readonly string[];
  /** Range -> rule. */
  readonly validations?: readonly { readonly range: string; readonly rule: Validation }[];
  /** Rows above stay in sight. */
  readonly frozenRows?: number;
  readonly protected?: boolean;
}

export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
  readonly properties?: Readonly<Record<string, string>>;
}
