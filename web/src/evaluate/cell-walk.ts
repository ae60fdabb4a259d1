/** One cell of a table has the focus and arrows move it: the same for every table of numbers. */
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

interface Given {
  readonly rows: number;
  readonly columns: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Draws a row that is not drawn yet. */
  reveal?(row: number): void;
}

export interface CellProps {
  readonly tabIndex: number;
  readonly 'data-active': true | undefined;
  onFocus(): void;
  onKeyDown(event: KeyboardEvent): void;
}

const PAGE = 10;
const within = (wanted: number, most: number): number => Math.min(Math.max(wanted, 0), Math.max(most, 0));

/** What the button in a cell is given. */
export function useCellWalk({ rows, columns, scroller, reveal }: Given): (row: number, column: number) => CellProps {
  const [place, move] = useState({ row: 0, column: 0 });
  const moved = useRef(false);
  const [bottom, end] = [rows - 1, columns - 1];
  const at = { row: within(place.row, bottom), column: within(place.column, end) };
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    reveal?.(at.row);
    scroller.current?.querySelector<HTMLElement>('[data-active]')?.focus();
  });
  const heard = (event: KeyboardEvent): void => {
    const to: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [at.row + 1, at.column],
      ArrowUp: [at.row - 1, at.column],
      ArrowRight: [at.row, at.column + 1],
      ArrowLeft: [at.row, at.column - 1],
      PageDown: [at.row + PAGE, at.column],
      PageUp: [at.row - PAGE, at.column],
      Home: [event.ctrlKey ? 0 : at.row, 0],
      End: [event.ctrlKey ? bottom : at.row, end],
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    moved.current = true;
    move({ row: within(next[0], bottom), column: within(next[1], end) });
  };
  return (row, column) => {
    const isActive = row === at.row && column === at.column;
    return {
      tabIndex: isActive ? 0 : -1,
      'data-active': isActive ? true : undefined,
      onFocus: () => move({ row, column }),
      onKeyDown: heard,
    };
  };
}
