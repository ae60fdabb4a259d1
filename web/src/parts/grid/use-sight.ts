/**
 * Which rows and columns are drawn: those in sight and the active one, so that focus stays in it wherever one scrolls; and
 * how wide each column is. The active cell is brought into sight when it moves.
 */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { GridColumn, Spot } from './contract.ts';

export const ROW = 27;
const HEAD = 31;
const OVERSCAN = 8;
/** A scroll bar at the foot of a wide sheet, as Windows draws it. */
const BAR = 17;

interface Given {
  readonly view: RefObject<HTMLDivElement | null>;
  readonly rows: number;
  readonly columns: readonly GridColumn[];
  readonly grows: number | undefined;
  readonly active: Spot;
}

export function useSight({ view, rows, columns, grows, active }: Given) {
  const room = useWidth(view);
  const widths = useMemo(() => fitted(columns, grows, room), [columns, grows, room]);
  const width = widths.reduce((sum, each) => sum + each, 0);
  const held = columns.filter(({ sticks }) => sticks).length;
  const heldWidth = widths.slice(0, held).reduce((sum, each) => sum + each, 0);
  const down = useVirtualizer({
    count: rows,
    getScrollElement: () => view.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    // Both hear each scroll: drawn once for the two, not at once for each.
    useFlushSync: false,
    // Rows begin below the head, which scrolls with nothing: what is in sight ends that much earlier.
    scrollPaddingEnd: HEAD + BAR,
    rangeExtractor: (range) => withActive(defaultRangeExtractor(range), active.row, rows),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => view.current,
    estimateSize: (at) => widths[at] ?? 0,
    overscan: 3,
    useFlushSync: false,
    scrollPaddingStart: heldWidth,
  });
  useLayoutEffect(() => {
    if (widths.length > 0) across.measure();
  }, [across, widths]);
  useLayoutEffect(() => {
    down.scrollToIndex(active.row, { align: 'auto' });
    if (active.column >= held) across.scrollToIndex(active.column, { align: 'auto' });
  }, [active.row, active.column, held, down, across]);
  const seen = across.getVirtualItems();
  return {
    widths,
    width,
    held,
    from: Math.min(seen[0]?.index ?? 0, active.column >= held ? active.column : columns.length),
    to: Math.max(seen.at(-1)?.index ?? columns.length - 1, active.column),
    drawn: down.getVirtualItems(),
    height: down.getTotalSize(),
    /** Rows a page holds. */
    page: Math.max(1, Math.floor(((view.current?.clientHeight ?? 0) - HEAD) / ROW) - 1),
  };
}

/** The rows in sight, and the active one. */
function withActive(range: readonly number[], active: number, count: number): number[] {
  if (range.includes(active) || active >= count) return [...range];
  return [...range, active].toSorted((a, b) => a - b);
}

function fitted(columns: readonly GridColumn[], grows: number | undefined, room: number): readonly number[] {
  const widths = columns.map(({ width }) => width);
  const left = room - widths.reduce((sum, each) => sum + each, 0);
  if (grows === undefined || left <= 0) return widths;
  return widths.map((each, at) => (at === grows ? each + left : each));
}

function useWidth(view: RefObject<HTMLDivElement | null>): number {
  const [width, take] = useState(0);
  const measure = useCallback(() => take(view.current?.clientWidth ?? 0), [view]);
  useLayoutEffect(measure, [measure]);
  useEffect(() => {
    const at = view.current;
    if (at === null) return;
    const watching = new ResizeObserver(measure);
    watching.observe(at);
    return () => watching.disconnect();
  }, [view, measure]);
  return width;
}
