/** What it amounts to: results per unit and indicator, each with the walk back to the figures. JSON-ready shapes. */
import type { FormulaContext } from '../engines/formula/index.ts';
import type { Finding, GapCause, ItemCode, Place, Source, UnitCode } from '../kernel/index.ts';

/** Version of rounding and function semantics; raised, never edited. */
export const RULES_VERSION = 2;

/** In place of a grade: while a leaf is undecided the sum is only the sum so far. */
export const PENDING = '待定';

export type Verdict = 'met' | 'partly' | 'unmet' | 'undecided' | 'information';

/** `value` in base unit, exact where a decimal can say it, else to 12 decimals with `rounded: true`. */
export interface NumberJson {
  readonly value: string;
  readonly unit: string;
  readonly rounded?: true;
}
export interface GapJson {
  readonly gap: GapCause;
  readonly from: readonly { readonly item: string; readonly unit: string; readonly period: string }[];
  /** How many there are, where an answer names only some. */
  readonly places?: number;
}

export interface ResultInput {
  readonly item: string;
  readonly name: string;
  /** Code of the unit. */
  readonly unit: string;
  readonly period: string;
  readonly value: NumberJson | GapJson | { readonly text: string };
  /** The value as people read it, in the item's unit: 5.23%. */
  readonly shown: string;
  readonly nature?: string;
  /** Absent for totals and computed items: `walk` goes on from there. */
  readonly source?: Source;
  /** For totals over units: 15 counties, 14 reported, which are missing. */
  readonly coverage?: {
    readonly of: number;
    readonly reported: number;
    readonly missing: readonly string[];
    readonly sumOfReported: NumberJson;
  };
  /** For values that rest on a 差异系数: the schools it passes over, by cause. */
  readonly leftOut?: readonly LeftOutJson[];
}

/** `no-weight`: no students; `not-applicable`: the amount does not apply; `condition`: the formula's condition keeps it out. */
export interface LeftOutJson {
  readonly why: 'no-weight' | 'not-applicable' | 'condition';
  /** Codes of schools. */
  readonly units: readonly string[];
}

export interface IndicatorResult {
  readonly code: string;
  readonly name: string;
  readonly value?: NumberJson | GapJson;
  /** As printed with unit, `84.96%`. */
  readonly shown: string;
  /** Points got, to the scheme's decimals; absent while undecided. */
  readonly points?: string;
  readonly of: string;
  readonly verdict: Verdict;
  readonly formula: string;
  readonly inputs: readonly ResultInput[];
  /** Chinese sentence that says why these points. */
  readonly why: string;
}

export interface UnitResult {
  readonly unit: string;
  readonly code: string;
  readonly level: string;
  /** Exact sum of the leaves' points; the sum so far while something is undecided. */
  readonly score: string;
  readonly of: string;
  readonly bonus: string;
  /** Before vetoes and downgrades, and after; 「待定」 while a leaf is undecided. */
  readonly gradeBySum: string;
  readonly grade: string;
  readonly vetoes: readonly { readonly code: string; readonly name: string; readonly why: string }[];
  /** Vetoes of which nobody can say yet whether they hold; absent when all are decided. */
  readonly openVetoes?: readonly { readonly code: string; readonly name: string }[];
  readonly downgrades: readonly { readonly code: string; readonly name: string; readonly why: string }[];
  readonly ceilings: readonly { readonly code: string; readonly name: string; readonly why: string }[];
  /** 拟报: the total the unit stated itself, what it differs by from score and bonus together (`+5.29`), and why. */
  readonly selfScore?: { readonly score: string; readonly difference?: string; readonly reason?: string };
  /** 自评可信度, when both a stated self-score and a verified score are given. */
  readonly credibility?: NumberJson;
  readonly undecided: readonly string[];
  readonly results: readonly IndicatorResult[];
  /** Sums of the branches (A, B, B3 ...). */
  readonly sections: readonly {
    readonly code: string;
    readonly name: string;
    readonly score: string;
    readonly of: string;
  }[];
}

/** `results.json`. */
export interface Results {
  readonly scheme: string;
  readonly version: string;
  readonly year: number;
  readonly asOf: string;
  readonly rules: number;
  readonly units: readonly UnitResult[];
  readonly findings: readonly Finding[];
}

/** The walk back of one value: how it came about, and what it was made from, down to the cell. */
export interface Walk {
  readonly item: string;
  readonly name: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly period: string;
  readonly how: 'stated' | 'sum' | 'formula' | 'ledger' | 'count' | 'gap';
  /** The item it was stated as, where it is taken over from another: 市本级 of a total. */
  readonly statedAs?: string;
  readonly value: NumberJson | GapJson | { readonly text: string };
  /** As a person reads it: `12,988.02 元`. */
  readonly shown: string;
  readonly nature?: string;
  readonly formula?: string;
  readonly source?: Source;
  readonly evidence: readonly Proof[];
  readonly coverage?: ResultInput['coverage'];
  readonly leftOut?: ResultInput['leftOut'];
  /** How many values it was made from. */
  readonly count: number;
  /** Computed when asked for, the first `most`: a total over 2,000 schools is not unrolled before someone looks. */
  inputs(most?: number): readonly Walk[];
  origins(): Origins;
}

/** A paper of a catalogue; a number is one paper only within the catalogue of one unit. */
export interface Proof {
  readonly number: string;
  readonly title: string;
  /** Whose catalogue, where the catalogue says. */
  readonly unit?: string;
  readonly file?: string;
}

/** A figure as it was stated, with its place. */
export interface Origin {
  readonly source: Source;
  /** As it was written there: `864218.95 万元`. Absent for rows and units that were counted. */
  readonly shown?: string;
}

/** Where a value comes from in the end, all steps between left out. */
export interface Origins {
  readonly sources: readonly Origin[];
  /** Rows of the register or of lists that name the units counted, where they were read from files. */
  readonly listed: readonly Place[];
  readonly evidence: readonly Proof[];
}

/** What the report and the trace ask of an evaluation that has run. */
export interface Evaluation {
  readonly results: Results;
  /** Context of a unit for the formulas of a report; prior years by `prior()`. */
  context(unit: UnitCode): FormulaContext;
  /** Undefined for an item or unit nobody declared. */
  walk(item: ItemCode, unit: UnitCode, shift?: 0 | -1): Walk | undefined;
}
