/**
 * Wrong passwords cost time: the first few are free, then each locks the account twice as long as the one before, up
 * to half an hour, so that a stranger can neither guess on nor shut anybody out for a day.
 */
export const FAILURES_FREE = 4;
const FIRST_LOCK = 60_000;
export const LONGEST_LOCK = 30 * 60_000;
/** Doublings beyond this change nothing. */
const DOUBLINGS = 10;
/** PINs are short, and whoever tries them knows the password already: after these a new one is given. */
export const PIN_FAILURES = 5;

/** Until when the account is locked after its `failures`th failure in a row; null while they are free. */
export function lockedUntil(failures: number, now: Date): Date | null {
  if (failures <= FAILURES_FREE) return null;
  const doublings = Math.min(failures - FAILURES_FREE - 1, DOUBLINGS);
  return new Date(now.getTime() + Math.min(FIRST_LOCK * 2 ** doublings, LONGEST_LOCK));
}
