import { expect, test } from 'vitest';
import { growthOf } from './growth.ts';

test.each([
  [null, 100n, undefined],
  [100n, null, undefined],
  [100n, 0n, undefined],
  [129_36n, 100_00n, 2936],
  [97_24n, 100_00n, -276],
  [100n, 100n, 0],
  [5n, -10n, 15_000],
  [100_005n, 100_000n, 1],
  [99_995n, 100_000n, -1],
])('from %s: %s is %s hundredths of a percent', (now, before, growth) => {
  expect(growthOf(now, before)).toBe(growth);
});
