/** The formula language seen from outside: what it asks of its surroundings and what it gives. */
import type { Dimension, Finding, Gap, ItemCode, Measure, Place, UnitCode } from '../../kernel/index.ts';

export type FormulaType = 'number' | 'truth' | 'text';
export type Outcome =
  | (Measure & { readonly leftOut?: readonly LeftOut[] })
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | Gap;

/**
 * A unit that a 差异系数 passes over: it has no students, its amount does not apply, or the formula's condition keeps it
 * out though it has students. A unit that has nothing of the kind (a kindergarten among primary schools) is none of these.
 */
export interface LeftOut {
  readonly unit: UnitCode;
  readonly why: 'no-weight' | 'not-applicable' | 'condition';
}

/** A column of a ledger, as a condition over its rows reads it. */
export interface Column {
  readonly type: FormulaType;
  readonly dimension: Dimension;
  /** The words it may hold, where they are listed. */
  readonly choices?: readonly string[];
  /** Whether its words are dates, `YYYY-MM-DD`. */
  readonly dated?: boolean;
}

/** What names mean, asked while a formula is checked. */
export interface FormulaNames {
  /** By code or by Chinese name. */
  item(name: string): ({ readonly code: ItemCode } & Column) | undefined;
  /** Where names are the columns of one ledger. */
  readonly row?: { readonly ledger: string; readonly columns: readonly string[] };
  /** `@type`: attributes of units, or undefined when they are not to be had here. */
  attribute(name: string): boolean;
  /** Ledger by code, with its columns. */
  ledger(name: string): { readonly columns: ReadonlyMap<string, Column> } | undefined;
  indicator(code: string): boolean;
}

/** The groups a formula may walk: `counties` (with 功能区) or `schools` below the unit. */
export type Group = 'counties' | 'schools';

/** Where a compiled formula reads; one per unit and year. */
export interface FormulaContext {
  /** Whose figures these are; absent for rows of a ledger. */
  readonly unit?: UnitCode;
  item(code: ItemCode): Outcome;
  attribute(name: string): string;
  /** The same unit one year before. */
  prior(): FormulaContext;
  /** A gap where a county's schools are not known. */
  members(group: Group): readonly FormulaContext[] | Gap;
  /** A unit that has not handed the ledger in stands among them as one `unknown` row. */
  ledgerRows(ledger: string): readonly FormulaContext[] | Gap;
  /** Points of an indicator of this unit; a gap while undecided. */
  score(indicator: string): Outcome;
  /** Stands for rows that nobody knows: only a condition it cannot meet leaves it out. */
  readonly unknown?: Gap;
  /** Where it was written, for a row of a ledger. */
  readonly at?: Place;
}

/** What a formula reads, known before it is run. */
export interface Reads {
  /** Items, and whether this year, the year before or both; with the group whose members are asked. */
  readonly uses: readonly { readonly item: ItemCode; readonly shift: 0 | -1; readonly group?: Group }[];
  /** Ledgers, with the condition that picks rows. */
  readonly ledgers: readonly { readonly ledger: string; keeps(row: FormulaContext): boolean }[];
  /** `@name`, without the sign. */
  readonly attributes: readonly string[];
  /** Indicators whose points it takes. */
  readonly indicators: readonly string[];
}

export interface CompiledFormula extends Reads {
  readonly text: string;
  readonly type: FormulaType;
  readonly dimension: Dimension;
  evaluate(context: FormulaContext): Outcome;
}

export type FormulaResult =
  | { readonly ok: true; readonly formula: CompiledFormula; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };
