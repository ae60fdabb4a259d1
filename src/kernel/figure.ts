/**
 * 填报数: one number one reporter stated about one unit. The key says of what, by whom and for when; the source says
 * where it was read. Later versions never replace earlier ones; which version is accepted is decided by review.
 */
import type { DeptCode, ItemCode, LedgerCode, UnitCode } from './codes.ts';
import type { Gap } from './gap.ts';
import type { Quantity } from './measure.ts';
import type { Period } from './period.ts';

/** 市本级 | 全市 of the same unit. */
export type Scope = 'own' | 'whole';

export const NATURES = ['预算数', '执行数', '快报数', '决算数', '统计数', '预计数'] as const;
/** 数的性质; year on year across natures is comparable only where the scheme allows it. */
export type Nature = (typeof NATURES)[number];

export interface FigureKey {
  /** The prefecture whose tree and figures these are. */
  readonly tenant: UnitCode;
  readonly round: string;
  /** The unit it is about. */
  readonly subject: UnitCode;
  readonly item: ItemCode;
  readonly period: Period;
  /** Who states it: the unit itself or one of its departments. */
  readonly reporter: { readonly unit: UnitCode; readonly dept?: DeptCode };
  readonly scope: Scope;
}

/** Enough to name a figure, or a ledger that was not handed in, in a gap, a trace or a result. */
export interface FigureRef {
  readonly item: ItemCode | LedgerCode;
  readonly unit: UnitCode;
  /** As printed by `printPeriod`. */
  readonly period: string;
  /** Of two years that cannot be compared: what each was stated as. */
  readonly natures?: { readonly now: Nature; readonly then: Nature };
}

/** Where a figure was read. */
export type Source =
  | { readonly kind: 'cell'; readonly file: string; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'csv'; readonly file: string; readonly line: number; readonly column: string }
  | {
      readonly kind: 'ledger';
      readonly ledger: string;
      readonly rows: readonly { readonly file: string; readonly sheet: string; readonly cell: string }[];
    }
  /** Units counted. */
  | { readonly kind: 'register'; readonly units: number }
  /** Last year's accepted figures of the units it was made from, by their codes of then. */
  | { readonly kind: 'predecessors'; readonly round: string; readonly units: readonly string[] }
  /** 沿用: stated first in another round of the same year, as which version there and by whom. */
  | {
      readonly kind: 'round';
      readonly round: string;
      readonly name: string;
      readonly version: number;
      readonly person: string;
    }
  | { readonly kind: 'form' | 'api' | 'stage'; readonly by: string }
  | { readonly kind: 'last-year'; readonly report: string; readonly page: number };

/** A stated word where the item asks for words: a name, a document number, a list of places. */
export interface StatedText {
  readonly kind: 'text';
  readonly text: string;
}

export interface Figure {
  readonly key: FigureKey;
  readonly value: Quantity | StatedText | Gap;
  /** As the person wrote it, with the unit they wrote. */
  readonly typed: { readonly text: string; readonly unit?: string };
  readonly nature?: Nature;
  readonly source: Source;
  /** 说明: why it moved, why it is zero. */
  readonly reason?: string;
  /** The explanation was written for another number, and holds for this one as well. */
  readonly reasonHolds?: true;
}

/** One text per key, for maps. */
export const figureId = (key: FigureKey): string =>
  [
    key.tenant,
    key.round,
    key.subject,
    key.item,
    JSON.stringify(key.period),
    key.reporter.unit,
    key.reporter.dept ?? '',
    key.scope,
  ].join('\t');
