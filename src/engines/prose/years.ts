/** Years, ranges of years and civil dates as papers write them. */
import type { Span, YearRange } from './contract.ts';

const JOINED = /(?<!\d)((?:19|20)\d{2})(年?)\s*([-－—–~～至到]{1,2})\s*((?:19|20)\d{2})(?!\d)/g;
/** Two years run together: the dash was lost on the way (20232025年). */
const LOST_DASH = /(?<!\d)((?:19|20)\d{2})((?:19|20)\d{2})(?=年|\D{0,2}年度|学年|[)）])/g;

export function findYearRanges(text: string): readonly YearRange[] {
  const joined = [...text.matchAll(JOINED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    from: Number(match[1]),
    to: Number(match[4]),
    joint: match[3] ?? '',
  }));
  const lost = [...text.matchAll(LOST_DASH)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    from: Number(match[1]),
    to: Number(match[2]),
    joint: '',
  }));
  return [...joined, ...lost].sort((a, b) => a.start - b.start);
}

export interface YearMention extends Span {
  readonly year: number;
}

const YEAR = /(?:(?<![\d.])|(?<=^\d{1,2}\.))((?:19|20)\d{2})(?=年|学年|—|-)/g;

/** Single years; those inside `《》` belong to the name of a paper and are left out. */
export function findYears(text: string): readonly YearMention[] {
  const titles = [...text.matchAll(/《[^》]*》/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...text.matchAll(YEAR)]
    .map((match) => ({ start: match.index, end: match.index + 4, year: Number(match[1]) }))
    .filter(({ start }) => !titles.some((title) => start >= title.start && start < title.end));
}

export interface DateMention extends Span {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
}

const DATE = /(?:((?:19|20)\d{2})年)?(\d{1,2})月(\d{1,2})日/g;

export function findDates(text: string): readonly DateMention[] {
  return [...text.matchAll(DATE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    ...(match[1] === undefined ? {} : { year: Number(match[1]) }),
    month: Number(match[2]),
    day: Number(match[3]),
  }));
}

export interface MonthMention extends Span {
  readonly month: number;
}

/** 「2025年12月」 without a day; a month alone may be a number of months. */
const MONTH = /(?:19|20)\d{2}年(\d{1,2})月(?!\d{1,2}日)/g;

export function findMonths(text: string): readonly MonthMention[] {
  return [...text.matchAll(MONTH)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    month: Number(match[1]),
  }));
}
