/** A blank with the words it stands in, and what may belong there. */
import type { Doubt, SlotKind } from '../../engines/word/index.ts';

export interface Asking {
  /** The whole paragraph; the blank stands from `start` to `end`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: SlotKind;
  /** As written behind the blank: `亿元`. */
  readonly unit?: string;
  readonly doubtful?: Doubt;
  /** Headings above, nearest first. */
  readonly headings: readonly string[];
  /** Other blanks of the paragraph, which say nothing. */
  readonly others: readonly { readonly start: number; readonly end: number }[];
  /** Head of the table's column, for a cell. */
  readonly column?: string;
}

/** Why a candidate is offered; the sentence is made where it is shown. */
export type Reason =
  | { readonly why: 'words'; readonly words: readonly string[] }
  | { readonly why: 'unit'; readonly unit: string }
  | { readonly why: 'own' }
  | { readonly why: 'change'; readonly of: string }
  | { readonly why: 'section'; readonly heading: string }
  | { readonly why: 'fact' }
  | { readonly why: 'column'; readonly head: string };

export type Confidence = 'high' | 'middle' | 'low';

export interface Candidate {
  /** As bindings write it: `gpbEduExp`, `GROWTH(gpbEduExp)`, `@year`. */
  readonly expression: string;
  /** What people call it. */
  readonly name: string;
  /** Formats it may be printed in here, the likeliest first: `亿元 2`. */
  readonly formats: readonly string[];
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

export interface Suggestion {
  /** At most three, best first. */
  readonly candidates: readonly Candidate[];
  readonly confidence: Confidence;
}
