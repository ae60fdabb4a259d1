/** Growth from last year for the eye of a reviewer: a picture and a column, never a verdict. */

/** In hundredths of a percent, half away from zero; undefined where a side is missing or last year was zero. */
export function growthOf(now: bigint | string | null, before: bigint | string | null): number | undefined {
  if (now === null || before === null || BigInt(before) === 0n) return undefined;
  const [to, from] = [BigInt(now), BigInt(before)];
  const twice = ((to - from) * 20_000n) / (from < 0n ? -from : from);
  return Number((twice + (twice < 0n ? -1n : 1n)) / 2n);
}
