/** Dates as Excel counts them: days since 1899-12-31 or, on old Macs, since 1904-01-01. */
import { type CivilDate, parseDate } from '../../kernel/index.ts';

const DAY = 86_400_000;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465;
/** Lotus took 1900 for a leap year; serial 60 is a day that never was, and later days are one too high. */
const NEVER = 60;

/** Undefined for a serial that names no day: below 1, past 9999, or the never-day. The time of day is left out. */
export function dateOfSerial(serial: number, is1904: boolean): CivilDate | undefined {
  const day = Math.floor(serial);
  if (!(day >= (is1904 ? 0 : 1) && day <= LAST_SERIAL)) return undefined;
  if (is1904) return civil(Date.UTC(1904, 0, 1) + day * DAY);
  if (day === NEVER) return undefined;
  return civil(Date.UTC(1899, 11, day > NEVER ? 30 : 31) + day * DAY);
}

const civil = (instant: number): CivilDate | undefined => parseDate(new Date(instant).toISOString().slice(0, 10));
