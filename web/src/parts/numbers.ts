/** How numbers and times look on screens. Exact text in, text out: nothing is computed with floats here. */
import type { Language } from '../../../src/kernel/index.ts';

const MINUS = '−';

/** `-48205.16` => `−48,205.16`; what is not a plain decimal comes back as it is. */
export function printAmount(exact: string, decimals?: number): string {
  const found = /^([+\-−]?)(\d+)(?:\.(\d+))?$/.exec(exact.trim());
  if (found === null) return exact;
  const [, sign = '', whole = '', fraction = ''] = found;
  const shown =
    decimals === undefined ? fraction : fraction.padEnd(decimals, '0').slice(0, Math.max(decimals, fraction.length));
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign === '-' ? MINUS : sign}${grouped}${shown === '' ? '' : `.${shown}`}`;
}

/** `+4.31%`, `−2.76%`: given in percent with its decimals. */
export const printGrowth = (percent: string): string =>
  `${/^[-−]/.test(percent) || /^0(\.0+)?$/.test(percent) ? printAmount(percent) : `+${printAmount(percent)}`}%`;

const CHINA = 'Asia/Shanghai';
const locale = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');

/** `4月3日 09:12`, with the year where it is not this one. */
export function printWhen(instant: string, language: Language, now: Date = new Date()): string {
  const at = new Date(instant);
  const yearOf = (date: Date): string =>
    new Intl.DateTimeFormat('en', { timeZone: CHINA, year: 'numeric' }).format(date);
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: CHINA,
    ...(yearOf(at) === yearOf(now) ? {} : { year: 'numeric' }),
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

/** `10:42`. */
export const printClock = (at: Date, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), {
    timeZone: CHINA,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);

const DAY_MS = 24 * 60 * 60_000;
/** Whole days in China from today to the day of an instant: 0 today, -1 yesterday. */
export function daysUntil(instant: string, now: Date = new Date()): number {
  const day = (at: Date): number => Math.floor((at.getTime() + 8 * 60 * 60_000) / DAY_MS);
  return day(new Date(instant)) - day(now);
}
