const DECIMALS = 100;

/** Points have two decimals: cents are whole numbers. */
export const sumOf = (points: readonly string[]): string =>
  (points.reduce((sum, each) => sum + Math.round(Number(each) * DECIMALS), 0) / DECIMALS).toFixed(2);
