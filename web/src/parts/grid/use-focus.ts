/** Focus stands in the active cell: it follows it, comes when it is called, and may leave by Tab after Esc. */
import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Spot } from './contract.ts';

interface Given {
  readonly view: RefObject<HTMLDivElement | null>;
  readonly active: Spot;
  /** Where it can be typed in, the field takes the focus in the cell's place. */
  readonly canType: boolean | undefined;
  readonly calls: number;
}

export function useFocus({ view, active, canType, calls }: Given) {
  const [hasFocus, focus] = useState(false);
  /** After Esc the next Tab leaves the grid: nobody is kept in it. */
  const isLeaving = useRef(false);
  useLayoutEffect(() => {
    if (calls >= 0) focus(true);
  }, [calls]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows the active cell, its kind, and a call.
  useLayoutEffect(() => {
    if (hasFocus) view.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
  }, [hasFocus, active.row, active.column, calls, canType]);
  return {
    hasFocus,
    isLeaving,
    take: () => focus(true),
    lost({ relatedTarget }: FocusEvent): void {
      if (relatedTarget === null || view.current?.contains(relatedTarget)) return;
      isLeaving.current = false;
      focus(false);
    },
  };
}
