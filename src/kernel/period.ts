/**
 * The time a figure speaks of. A scheme gives it as an offset from the evaluation year, so the same item asks for
 * the right dates every year. Growth compares only equal kinds and equal lengths. Civil dates are Asia/Shanghai.
 */
export type Period =
  | { readonly kind: 'calendar'; readonly year: number }
  /** From 1 September of `year` to 31 August of the next. */
  | { readonly kind: 'school'; readonly year: number }
  | { readonly kind: 'at'; readonly date: CivilDate }
  /** From 1 January to the date. */
  | { readonly kind: 'through'; readonly date: CivilDate };

/** `YYYY-MM-DD`, checked. */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

/** `calendar`, `school`, `at 09-01`, `through 07-31`, each with an optional `-1` (the year before). */
export interface PeriodRule {
  readonly kind: Period['kind'];
  /** `MM-DD`, for `at` and `through`. */
  readonly day?: string;
  /** Years added to the evaluation year; usually 0. */
  readonly offset: number;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Undefined for a date the calendar does not have (2025-02-29). */
export function parseDate(text: string): CivilDate | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1900
    ? (text as CivilDate)
    : undefined;
}

const RULE = /^(calendar|school|at|through)(?: (\d{2}-\d{2}))?(?: ([+-]\d))?$/;

export function parsePeriodRule(text: string): PeriodRule | undefined {
  const match = RULE.exec(text.trim());
  if (match === null) return undefined;
  const kind = match[1] as Period['kind'];
  const day = match[2];
  const dated = kind === 'at' || kind === 'through';
  if (dated !== (day !== undefined)) return undefined;
  // 2024 is a leap year, so 02-29 is a rule that can be met.
  if (day !== undefined && parseDate(`2024-${day}`) === undefined) return undefined;
  return { kind, offset: Number(match[3] ?? 0), ...(day === undefined ? {} : { day }) };
}

/** The period of an item in an evaluation year; `shift` -1 is the year before. */
export function periodOf(rule: PeriodRule, evaluationYear: number, shift = 0): Period {
  const year = evaluationYear + rule.offset + shift;
  if (rule.kind === 'calendar' || rule.kind === 'school') return { kind: rule.kind, year };
  const date = parseDate(`${year}-${rule.day}`) ?? parseDate(`${year}-02-28`);
  if (date === undefined) throw new Error(`no such day in ${year}: ${rule.day}`);
  return { kind: rule.kind, date };
}

/** `calendar(2025)`, `at(2025-09-01)`: the form periods have in files. */
export const printPeriod = (period: Period): string =>
  period.kind === 'calendar' || period.kind === 'school'
    ? `${period.kind}(${period.year})`
    : `${period.kind}(${period.date})`;

const PRINTED = /^(calendar|school|at|through)\(([\d-]+)\)$/;

/** Also takes a bare year, `2025`, as the calendar year. */
export function parsePeriod(text: string): Period | undefined {
  if (/^\d{4}$/.test(text.trim())) return { kind: 'calendar', year: Number(text) };
  const match = PRINTED.exec(text.trim());
  if (match === null) return undefined;
  const [, kind, inner = ''] = match;
  if (kind === 'calendar' || kind === 'school') {
    return /^\d{4}$/.test(inner) ? { kind, year: Number(inner) } : undefined;
  }
  const date = parseDate(inner);
  return date === undefined ? undefined : { kind: kind as 'at' | 'through', date };
}

export const yearOf = (period: Period): number => ('year' in period ? period.year : Number(period.date.slice(0, 4)));

/** Whether growth from one to the other means anything. */
export function comparable(a: Period, b: Period): boolean {
  if (a.kind !== b.kind) return false;
  return 'date' in a && 'date' in b ? a.date.slice(5) === b.date.slice(5) : true;
}

/** 「2025年」「2025学年」「2025年9月1日」「2025年1—7月」 as officials write them. */
export function speakPeriod(period: Period): string {
  if (period.kind === 'calendar') return `${period.year}年`;
  if (period.kind === 'school') return `${period.year}—${period.year + 1}学年`;
  const [year, month, day] = period.date.split('-').map(Number);
  return period.kind === 'at' ? `${year}年${month}月${day}日` : `截至${year}年${month}月${day}日`;
}
