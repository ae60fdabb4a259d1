/** A cell is chosen by a click, a block by dragging or Shift, and edited by two clicks. */
import type { MouseEvent } from 'react';
import type { Spot } from './contract.ts';
import type { Selection, Sheet } from './use-selection.ts';

const isSame = (one: Spot, other: Spot): boolean => one.row === other.row && one.column === other.column;

export function mouseOn(sheet: Sheet, { active, text, goTo, finish, begin }: Selection, takeFocus: () => void) {
  return {
    onMouseDown(event: MouseEvent): void {
      const spot = spotOf(event);
      if (spot === undefined || event.button !== 0) return;
      if (text !== undefined && isSame(spot, active)) return;
      finish(undefined);
      goTo(spot, event.shiftKey);
      takeFocus();
      event.preventDefault();
    },
    onMouseMove(event: MouseEvent): void {
      if (event.buttons !== 1 || text !== undefined) return;
      const spot = spotOf(event);
      if (spot !== undefined && !isSame(spot, active)) goTo(spot, true);
    },
    onDoubleClick(event: MouseEvent): void {
      const spot = spotOf(event);
      if (spot !== undefined && sheet.canType(spot)) begin();
    },
  };
}

function spotOf({ target }: { readonly target: EventTarget }): Spot | undefined {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  const row = at?.parentElement?.getAttribute('aria-rowindex');
  // Rows are counted from 1, and the head is the first.
  return at === null || row == null ? undefined : { row: Number(row) - 2, column: Number(at.dataset.column) };
}
