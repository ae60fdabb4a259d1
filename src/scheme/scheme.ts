/** A scheme after it was read, checked and resolved: codes parsed, units known, formulas compiled, items in an order in which each can be computed. */
import type { CompiledFormula } from '../engines/formula/index.ts';
import type {
  DeptCode,
  Dimension,
  IndicatorCode,
  ItemCode,
  LedgerCode,
  Nature,
  PeriodRule,
  Rational,
  SchemeCode,
  Severity,
  TieRule,
  Unit,
} from '../kernel/index.ts';
import type { ApprovalWay } from './approval.ts';
import type { Basis, Level } from './contract.ts';

export type Computation =
  | { readonly kind: 'formula'; readonly formula: CompiledFormula }
  | { readonly kind: 'ledger'; readonly ledger: LedgerCode; readonly sum?: string; readonly where?: CompiledFormula }
  | { readonly kind: 'units'; readonly where?: CompiledFormula }
  /** What the unit states of the item itself: the item is its total. */
  | { readonly kind: 'own'; readonly item: ItemCode };

export interface SchemeItem {
  readonly code: ItemCode;
  readonly name: string;
  readonly definition?: string;
  readonly unit: Unit;
  readonly type: 'number' | 'truth' | 'text';
  readonly dimension: Dimension;
  readonly period: PeriodRule;
  readonly nature?: { readonly this: Nature; readonly prior: Nature };
  /** Reporting level -> department, or `school`. Empty for computed items. */
  readonly by: Readonly<Partial<Record<Level, DeptCode>>>;
  readonly roll: 'sum' | 'all' | 'apart' | 'formula';
  readonly zone: 'host' | 'own' | 'apart';
  readonly required: boolean;
  readonly prior: boolean;
  readonly computed?: Computation;
  /** In base units. */
  readonly min?: Rational;
  readonly max?: Rational;
  readonly basis?: Basis;
}

export interface SchemeLedger {
  readonly code: LedgerCode;
  readonly name: string;
  readonly by: Readonly<Partial<Record<Level, DeptCode>>>;
  readonly columns: ReadonlyMap<
    string,
    {
      readonly code: string;
      readonly name: string;
      readonly unit: Unit | '日期';
      readonly required: boolean;
      readonly choices?: readonly string[];
    }
  >;
}

export interface SchemeForm {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly dept?: DeptCode;
  readonly items: readonly SchemeItem[];
  /** Heading above the row of an item. */
  readonly headings: ReadonlyMap<ItemCode, string>;
  readonly note?: string;
}

/** 章节: which there are, who writes them, and where they stand in the report; in the order they are read. */
export interface SchemeSection {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  /** Left out: the unit itself writes it. */
  readonly dept?: DeptCode;
  /** Name of the template's place. */
  readonly place: string;
  /** Characters wanted. */
  readonly least?: number;
  readonly most?: number;
  readonly note?: string;
}

type Element = { readonly name: string; readonly met: CompiledFormula };
type Way = 'atLeast' | 'atMost';

/** The rule types of a leaf with formulas compiled; points and takes in 分. */
export type ScoringRule =
  | { readonly type: 'threshold'; readonly met: CompiledFormula }
  | {
      readonly type: 'stepDown';
      readonly value: CompiledFormula;
      readonly target: CompiledFormula;
      readonly direction: Way;
      readonly step: Rational;
      readonly take: Rational;
    }
  | {
      readonly type: 'proportional';
      readonly value: CompiledFormula;
      readonly target: CompiledFormula;
      readonly direction: Way;
    }
  | {
      readonly type: 'banded';
      readonly value: CompiledFormula;
      readonly bands: readonly { readonly from: Rational; readonly points: Rational; readonly word?: string }[];
    }
  | {
      readonly type: 'ranking';
      readonly value: CompiledFormula;
      readonly direction: Way;
      readonly points: readonly Rational[];
    }
  | { readonly type: 'list'; readonly elements: readonly Element[]; readonly take: Rational }
  | { readonly type: 'share'; readonly elements: readonly Element[] }
  | {
      readonly type: 'growth';
      readonly value: CompiledFormula;
      readonly atLeast: Rational;
      readonly strictly: boolean;
      readonly direction: 'up' | 'down';
    }
  | { readonly type: 'countCapped'; readonly value: CompiledFormula; readonly each: Rational; readonly most: Rational }
  | {
      readonly type: 'deduct';
      readonly value: CompiledFormula;
      readonly each: Rational;
      /** What is counted, in words: 未处理的师德案件. */
      readonly of?: string;
    }
  | { readonly type: 'judged'; readonly value: CompiledFormula }
  | { readonly type: 'information' }
  | {
      readonly type: 'parts';
      readonly parts: readonly RulePart[];
    };

export interface RulePart {
  readonly name: string;
  readonly points: Rational;
  readonly rule: Exclude<ScoringRule, { type: 'parts' }>;
  /** In which its value is shown, where the usual one would mislead. */
  readonly unit?: Unit;
}

export interface SchemeIndicator {
  readonly code: IndicatorCode;
  readonly name: string;
  readonly parent?: IndicatorCode;
  readonly depth: number;
  readonly children: readonly IndicatorCode[];
  /** Of a branch: the exact sum of its leaves. */
  readonly points: Rational;
  /** Present on leaves only. */
  readonly leaf?: {
    readonly rule: ScoringRule;
    /** What is shown as the indicator's value, and in which unit. */
    readonly value?: CompiledFormula;
    readonly unit?: Unit;
    readonly levels: readonly Level[];
    readonly lead?: DeptCode;
    readonly assist: readonly DeptCode[];
    readonly evidence: readonly { readonly name: string; readonly mode: 'upload' | 'pages' | 'onsite' }[];
    readonly problem?: string;
    readonly measure?: string;
  };
  readonly basis?: Basis;
}

export interface SchemeClause {
  readonly code: string;
  readonly name: string;
  readonly when: CompiledFormula;
  readonly levels: readonly Level[];
  readonly basis?: Basis;
}

export interface SchemeCheck {
  readonly id: string;
  readonly severity: Severity;
  readonly when: readonly ('cell' | 'submit' | 'lock' | 'report')[];
  /** `holds`, or the name of a built-in check. */
  readonly kind: string;
  readonly rule?: CompiledFormula;
  readonly levels: readonly Level[];
  readonly items: readonly ItemCode[];
  readonly params: Readonly<Record<string, string>>;
  readonly says?: string;
}

export interface Scheme {
  readonly code: SchemeCode;
  readonly name: string;
  readonly version: string;
  readonly year: number;
  readonly levels: readonly Level[];
  readonly pointsDecimals: number;
  readonly tie: TieRule;
  readonly total: Rational;
  /** SHA-256 of the joined content: the same scheme has the same hash wherever it lies. */
  readonly hash: string;
  readonly departments: ReadonlyMap<DeptCode, { readonly name: string }>;
  /** In the order of the files. */
  readonly items: ReadonlyMap<ItemCode, SchemeItem>;
  /** Computed items after all they read. */
  readonly order: readonly ItemCode[];
  readonly ledgers: ReadonlyMap<LedgerCode, SchemeLedger>;
  readonly forms: readonly SchemeForm[];
  /** As declared; `wayOf` gives the usual way where nothing is. */
  readonly approval: readonly ApprovalWay[];
  /** In the order of the files: those of one place follow one another so. */
  readonly sections: readonly SchemeSection[];
  /** Pre-order. */
  readonly indicators: readonly SchemeIndicator[];
  readonly checks: readonly SchemeCheck[];
  /** Highest first; the last has no lower edge. */
  readonly grades: readonly { readonly name: string; readonly from?: Rational }[];
  readonly vetoes: readonly SchemeClause[];
  readonly downgrades: readonly SchemeClause[];
  readonly ceilings: readonly (SchemeClause & { readonly grade: string })[];
  readonly bonus?: {
    readonly most: Rational;
    readonly awards: readonly {
      readonly code: string;
      readonly name: string;
      readonly value: CompiledFormula;
      readonly each: Rational;
    }[];
  };
  readonly credibility: boolean;
}
