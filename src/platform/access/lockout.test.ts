import { expect, test } from 'vitest';
import { lockedUntil } from './lockout.ts';

const NOW = new Date('2026-03-02T02:00:00Z');

test('locks grow from a minute to half an hour, and four failures are free', () => {
  const minutes = Array.from({ length: 14 }, (_, failures) => {
    const until = lockedUntil(failures, NOW);
    return until === null ? 0 : (until.getTime() - NOW.getTime()) / 60_000;
  });
  expect(minutes).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30]);
  expect(lockedUntil(2_000_000, NOW)).toEqual(lockedUntil(13, NOW));
});
