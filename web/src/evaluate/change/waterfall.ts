/** The waterfall of a change as ECharts draws it: a bar that is not seen carries each step. Pure. */
import type { EChartsCoreOption } from 'echarts/core';
import type { ScoreChange, ChangeStep as Step } from '../../../../src/evaluate/pure.ts';
import { add, decimal, printDecimal } from '../../../../src/kernel/index.ts';
import { showSigned } from '../heat.ts';

export interface Bar {
  readonly name: string;
  readonly kind: Step['kind'] | 'total';
  /** Where it begins and ends, in points. */
  readonly from: number;
  readonly to: number;
  readonly shown: string;
}

/** Bars from one sum through each step to the other; `nameOf` says what a step is. */
export function barsOf(
  change: ScoreChange,
  ends: readonly [string, string],
  nameOf: (step: Step) => string,
): readonly Bar[] {
  let at = decimal(change.was);
  const numbers = (exact: ReturnType<typeof decimal>): number => Number(printDecimal(exact, 4));
  const steps = change.steps.map((step): Bar => {
    const from = at;
    at = add(at, decimal(step.difference.replace('+', '')));
    return {
      name: nameOf(step),
      kind: step.kind,
      from: numbers(from),
      to: numbers(at),
      shown: showSigned(step.difference),
    };
  });
  const total = (name: string, score: string): Bar => ({
    name,
    kind: 'total',
    from: 0,
    to: Number(score),
    shown: score,
  });
  return [total(ends[0], change.was), ...steps, total(ends[1], change.is)];
}

/** A whole number below every bar's ends, so that small steps are seen; it is said beside the chart. */
export const axisFrom = (bars: readonly Bar[]): number => {
  const ends = bars.flatMap(({ kind, from, to }) => (kind === 'total' ? [to] : [from, to]));
  return Math.max(0, Math.floor(Math.min(...ends) - 1));
};

export interface Colours {
  readonly total: string;
  readonly up: string;
  readonly down: string;
  readonly line: string;
  readonly ink: string;
  readonly ink2: string;
  readonly warn: string;
  readonly ground: string;
}

interface Drawn {
  readonly bars: readonly Bar[];
  readonly from: number;
  readonly lines: readonly { readonly name: string; readonly at: number }[];
  readonly colours: Colours;
  readonly summary: string;
}

/** The lines that stand among the bars; one far above says nothing of the change. */
export function linesSeen({ bars, from, lines }: Pick<Drawn, 'bars' | 'from' | 'lines'>): Drawn['lines'] {
  const top = topOf(bars);
  return lines.filter(({ at }) => at > from && at <= top + 1);
}
const topOf = (bars: readonly Bar[]): number =>
  Math.max(...bars.flatMap((bar) => (bar.kind === 'total' ? [bar.to] : [bar.from, bar.to])));

export function waterfall({ bars, from, lines, colours, summary }: Drawn): EChartsCoreOption {
  const base = bars.map((bar) => (bar.kind === 'total' ? from : Math.min(bar.from, bar.to)));
  const top = topOf(bars);
  const seen = linesSeen({ bars, from, lines });
  return {
    animation: false,
    aria: { enabled: true, label: { description: summary } },
    // Names of the grade lines stand right of the bars.
    grid: { left: 8, right: seen.length === 0 ? 8 : 72, top: 24, bottom: 40 },
    xAxis: {
      type: 'category',
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.ink2, fontSize: 12, interval: 0, width: 76, overflow: 'break', lineHeight: 15 },
    },
    yAxis: { type: 'value', min: from, max: Math.ceil(top + 0.4), show: false },
    series: [
      {
        type: 'bar',
        stack: 'step',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: base,
        barWidth: '58%',
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: colours.warn, type: 'dashed' },
          label: { position: 'end', color: colours.warn, fontSize: 12, formatter: '{b}' },
          data: seen.map(({ name, at }) => ({ name, yAxis: at })),
        },
      },
      {
        type: 'bar',
        stack: 'step',
        data: bars.map((bar, at) => ({
          value: bar.kind === 'total' ? bar.to - from : Math.max(Math.abs(bar.to - bar.from), 0.01),
          itemStyle: {
            color: bar.kind === 'total' ? colours.total : bar.to >= bar.from ? colours.up : colours.down,
            ...(bar.kind === 'scheme' || bar.kind === 'open'
              ? { decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 } }
              : {}),
          },
          label: {
            show: true,
            position: bar.kind !== 'total' && bar.to < bar.from ? 'bottom' : 'top',
            color: colours.ink,
            fontWeight: 600,
            fontSize: 12,
            // A grade line may run behind it.
            backgroundColor: colours.ground,
            padding: [0, 2],
            formatter: bars[at]?.shown ?? '',
          },
        })),
      },
    ],
  };
}
