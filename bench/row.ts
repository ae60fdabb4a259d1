/** One line of the table `npm run bench` prints. */
export interface BenchRow {
  readonly work: string;
  readonly ours: number;
  /** The same work by another program, in the same run. */
  readonly peer?: { readonly name: string; readonly value: number };
  readonly unit: 'ms' | 's' | 'KB' | 'MB';
  /** `20 x`: at least so many times as fast; `5 s`: at most. */
  readonly target: { readonly text: string; readonly reached: boolean };
  /** Outputs were compared and are the same, or were looked at and are right. */
  readonly checked: boolean;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Median time of the runs after a warm-up, in milliseconds, and the last output. */
export async function timed<T>(
  runs: number,
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly output: T }> {
  for (let run = 0; run < Math.ceil(runs / 4); run += 1) await work();
  const times: number[] = [];
  let output = await work();
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    output = await work();
    times.push(performance.now() - start);
  }
  return { ms: median(times), output };
}
