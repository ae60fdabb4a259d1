/** A paragraph's runs cut where findings and search hits begin and end; figures stay whole. */
import type { Run } from '../../../../src/report/pure.ts';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly severity: 'error' | 'warn' | 'hint' | 'found';
  /** As the list counts it; 0 for a hit of the search. */
  readonly no: number;
  readonly isNow?: boolean;
}

export interface Segment {
  readonly text: string;
  /** Offset in the whole paragraph. */
  readonly start: number;
  readonly figure?: { readonly slot: string; readonly occurrence: number };
  readonly mark?: Mark;
  /** The mark ends here: its number stands behind. */
  readonly closes: boolean;
}

/** `from`: offset of the first run in the whole paragraph. */
export function segmentsOf(runs: readonly Run[], from: number, marks: readonly Mark[]): readonly Segment[] {
  const segments: Segment[] = [];
  let at = from;
  for (const run of runs) {
    const text = typeof run === 'string' ? run : run.text;
    const [start, end] = [at, at + text.length];
    at = end;
    if (typeof run !== 'string') {
      const mark = marks.find((each) => each.start < end && each.end > start);
      const { slot, occurrence } = run;
      segments.push({
        text,
        start,
        figure: { slot, occurrence },
        closes: mark !== undefined && mark.end <= end,
        ...held(mark),
      });
      continue;
    }
    const edges = marks.flatMap((mark) => [mark.start, mark.end]).filter((edge) => edge > start && edge < end);
    const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
    for (const [index, cut] of cuts.slice(0, -1).entries()) {
      const next = cuts[index + 1] ?? end;
      const mark = marks.find((each) => each.start < next && each.end > cut);
      segments.push({
        text: text.slice(cut - start, next - start),
        start: cut,
        closes: mark !== undefined && mark.end === next,
        ...held(mark),
      });
    }
  }
  return segments;
}

const held = (mark: Mark | undefined): { readonly mark?: Mark } => (mark === undefined ? {} : { mark });
