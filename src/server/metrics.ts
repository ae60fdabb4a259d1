/** What the operator watches, as OpenMetrics 1.0 text: counts by route, never by address or person. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type pg from 'pg';

export const METRICS_TYPE = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

/** Upper bounds in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

interface Timed {
  readonly buckets: number[];
  count: number;
  sum: number;
}

export class Metrics {
  readonly #requests = new Map<string, number>();
  readonly #durations = new Map<string, Timed>();
  readonly #delay = monitorEventLoopDelay({ resolution: 20 });
  readonly #pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>;

  constructor(pool: Pick<pg.Pool, 'totalCount' | 'idleCount' | 'waitingCount'>) {
    this.#pool = pool;
    this.#delay.enable();
  }

  /** `route` is the pattern, so that the number of series is that of the routes. */
  count(method: string, route: string, status: number, seconds: number): void {
    const of = `method="${method}",route="${route}"`;
    const key = `${of},status="${status}"`;
    this.#requests.set(key, (this.#requests.get(key) ?? 0) + 1);
    const timed = this.#durations.get(of) ?? { buckets: BUCKETS.map(() => 0), count: 0, sum: 0 };
    this.#durations.set(of, timed);
    timed.count += 1;
    timed.sum += seconds;
    BUCKETS.forEach((bound, at) => {
      if (seconds <= bound) timed.buckets[at] = (timed.buckets[at] ?? 0) + 1;
    });
  }

  /** `streams`: open event streams. */
  print(streams: number): string {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    const delay = this.#delay;
    return [
      '# TYPE luzhi_http_requests counter',
      ...[...this.#requests].map(([of, count]) => `luzhi_http_requests_total{${of}} ${count}`),
      '# TYPE luzhi_http_request_seconds histogram',
      '# UNIT luzhi_http_request_seconds seconds',
      ...[...this.#durations].flatMap(([of, timed]) => printTimed(of, timed)),
      ...gauge('luzhi_database_connections', [
        ['{state="idle"}', idleCount],
        ['{state="busy"}', totalCount - idleCount],
      ]),
      ...gauge('luzhi_database_waiting', [['', waitingCount]]),
      ...gauge('luzhi_event_streams', [['', streams]]),
      '# TYPE luzhi_event_loop_delay_seconds gauge',
      '# UNIT luzhi_event_loop_delay_seconds seconds',
      ...[50, 99].map((at) => `luzhi_event_loop_delay_seconds{quantile="0.${at}"} ${delay.percentile(at) / 1e9}`),
      ...gauge('luzhi_memory_bytes', [['', process.memoryUsage.rss()]], 'bytes'),
      '# EOF',
      '',
    ].join('\n');
  }

  close(): void {
    this.#delay.disable();
  }
}

const gauge = (name: string, values: readonly (readonly [string, number])[], unit?: string): string[] => [
  `# TYPE ${name} gauge`,
  ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
  ...values.map(([of, value]) => `${name}${of} ${value}`),
];

const printTimed = (of: string, { buckets, count, sum }: Timed): string[] => [
  ...buckets.map(
    (value, at) => `luzhi_http_request_seconds_bucket{${of},le="${printBound(BUCKETS[at] ?? 0)}"} ${value}`,
  ),
  `luzhi_http_request_seconds_bucket{${of},le="+Inf"} ${count}`,
  `luzhi_http_request_seconds_sum{${of}} ${sum}`,
  `luzhi_http_request_seconds_count{${of}} ${count}`,
];

/** Bounds are floats in the text form: `1.0`. */
const printBound = (bound: number): string => (Number.isInteger(bound) ? `${bound}.0` : String(bound));
