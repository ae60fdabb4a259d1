/** What is chosen and what is under way: the block from where it was begun to the active cell, and the edit of that cell. */
import { useState } from 'react';
import { blockOf } from './block.ts';
import type { Block, Change, Deed, GridCell, Spot } from './contract.ts';
import { type Field, type Step, stepFrom } from './move.ts';

export interface Sheet extends Field {
  /** Undefined of a heading. */
  cellAt(spot: Spot): GridCell | undefined;
}

interface Given {
  readonly sheet: Sheet;
  readonly active: Spot;
  move(to: Spot): void;
  change(changes: readonly Change[], deed: Deed): void;
}

export interface Selection {
  readonly active: Spot;
  readonly cell: GridCell | undefined;
  readonly block: Block;
  readonly isBlock: boolean;
  /** What the edit holds; undefined while nothing is edited. */
  readonly text: string | undefined;
  goTo(spot: Spot, isWider?: boolean): void;
  chooseAll(): void;
  /** Back to the one cell. */
  choose(): void;
  /** Begins with what stands in the active cell, where it can be typed in. */
  begin(): void;
  type(text: string): void;
  /** Saves what was typed and goes on. */
  finish(step: Step | undefined): void;
  drop(): void;
}

export function useSelection({ sheet, active, move, change }: Given): Selection {
  const [anchor, drag] = useState<Spot>();
  const [text, edit] = useState<string>();
  const cell = sheet.cellAt(active);
  const stands = cell?.typed ?? cell?.text ?? '';
  const goTo = (spot: Spot, isWider = false): void => {
    drag(isWider ? (anchor ?? active) : undefined);
    move(spot);
  };
  return {
    active,
    cell,
    block: blockOf(anchor ?? active, active),
    isBlock: anchor !== undefined,
    text,
    goTo,
    chooseAll() {
      drag({ row: 0, column: 0 });
      move({ row: sheet.rows - 1, column: sheet.columns - 1 });
    },
    choose: () => drag(undefined),
    begin() {
      if (sheet.canType(active)) edit(stands);
    },
    type: edit,
    // What was left of an edit when the cell is left by the mouse is saved by the field's blur.
    finish(step) {
      if (text !== undefined && text !== stands) change([{ ...active, text }], 'type');
      edit(undefined);
      if (step !== undefined) goTo(stepFrom(active, step, sheet));
    },
    drop: () => edit(undefined),
  };
}
