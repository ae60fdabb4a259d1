/** Numeric statements in Chinese official prose: what was said, exactly, and where it stands in the text. */
import type { Dimension, Rational } from '../../kernel/index.ts';

/** A stretch of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One number with the unit that follows it: `86.42亿元`, `4.31%`, `1.6个百分点`, `17,193 人`. */
export interface NumberMention extends Span {
  /** The digits as written. */
  readonly digits: string;
  /** As written; empty for a bare number. */
  readonly unit: string;
  /** In base units: 元, 人, 1. */
  readonly value: Rational;
  /** Half of the last digit written, in base units: how far rounding may have moved it. */
  readonly slack: Rational;
  readonly dimension: Dimension;
  readonly kind: 'amount' | 'percent' | 'points' | 'year' | 'bare';
  /** Words before it, back to punctuation or another number: what it is a number of. */
  readonly label: string;
}

/** 增长 4.31%, 下降 0.4 个百分点, 增加 3.57 亿元, 减少 732 万元. */
export interface ChangeMention extends Span {
  readonly word: string;
  readonly direction: 'up' | 'down';
  readonly by: NumberMention;
  /** 「同口径」: the base was restated, so it cannot be recomputed from what is printed. */
  readonly restated: boolean;
  /** 「年均」: compound growth a year. */
  readonly yearly: boolean;
}

/** 由82.85亿元增加到86.42亿元: a level, and the one it came from. */
export interface MoveMention extends Span {
  readonly word: string;
  readonly direction: 'up' | 'down';
  readonly from: NumberMention;
  readonly to: NumberMention;
}

export interface YearRange extends Span {
  readonly from: number;
  readonly to: number;
  /** What stands between: `-`, `—`, `至`, or nothing when the dash was lost. */
  readonly joint: string;
}

export interface DocumentNumber extends Span {
  readonly agency: string;
  readonly open: string;
  readonly year: string;
  readonly close: string;
  /** `第` or nothing. */
  readonly ordinal: string;
  readonly serial: string;
}

export interface HeadingMark extends Span {
  /** 1 一、 2 （一） 3 1. 4 （1） */
  readonly level: 1 | 2 | 3 | 4;
  readonly number: number;
  readonly written: string;
}

/** A stretch between 。；！？ or the ends of the paragraph. */
export type Sentence = Span & { readonly text: string };
