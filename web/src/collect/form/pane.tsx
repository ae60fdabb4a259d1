/** The grid at work: where the cursor is, what a change does, what a paste left out, and the way to the next finding. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useSaid } from '../../parts/acts.ts';
import type { Change, Deed, GridRow, Spot } from '../../parts/grid/contract.ts';
import { Grid } from '../../parts/grid/grid.tsx';
import { punctuation } from '../../parts/punctuation.ts';
import { useWords } from '../../shell/language.tsx';
import { type Item, keyOf, type Place } from '../entry/cells.ts';
import type { Edit, Entry, Snapshot } from '../entry/entry.ts';
import { readTyped } from '../entry/reading.ts';
import { collectWords } from '../words.ts';
import type { Sheet } from './sheet.ts';

interface Given<R extends GridRow> {
  readonly label: string;
  readonly sheet: Sheet<R>;
  readonly entry: Entry;
  readonly now: Snapshot;
  /** Where the address, a finding or a message leads; focus goes there each time it is another object. */
  readonly wanted: Place | undefined;
  at(place: Place | undefined): void;
  finding(from: Place | undefined, back: boolean): void;
  /** Beside the grid, about the cell the cursor is in. */
  readonly beside: (place: Place | undefined) => ReactNode;
}

export function Pane<R extends GridRow>({ label, sheet, entry, now, wanted, at, finding, beside }: Given<R>) {
  const say = useWords(collectWords);
  const marks = useWords(punctuation);
  const said = useSaid();
  const [active, move] = useState<Spot>(() => spotOf(sheet, wanted) ?? firstEmpty(sheet));
  const [calls, call] = useState(0);
  const items = useMemo(() => new Map<string, Item>(now.page.items.map((item) => [item.code, item])), [now.page]);
  const spot = { row: Math.min(active.row, Math.max(0, sheet.rows.length - 1)), column: active.column };
  const placeAt = ({ row, column }: Spot): Place | undefined => {
    const there = sheet.rows[row];
    return there === undefined || there.heading !== undefined ? undefined : sheet.placeOf(there, column);
  };
  const place = placeAt(spot);
  const key = place === undefined ? '' : keyOf(place);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish moves the cursor.
  useEffect(() => {
    const there = spotOf(sheet, wanted);
    if (there === undefined) return;
    move(there);
    call((before) => before + 1);
  }, [wanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the place.
  useEffect(() => at(place), [key]);

  const change = (changes: readonly Change[], deed: Deed): void => {
    const left = { locked: 0, words: 0, beyond: 0 };
    const edits = changes.flatMap((each): Edit[] => {
      const row = sheet.rows[each.row];
      const there = placeAt(each);
      if (row === undefined || each.column >= sheet.columns.length) {
        left.beyond += 1;
        return [];
      }
      if (
        there === undefined ||
        sheet.columns[each.column]?.fills !== true ||
        !sheet.cellOf(row, each.column).canType
      ) {
        left.locked += 1;
        return [];
      }
      const item = items.get(there.item);
      const isBlock = deed === 'paste' && changes.length > 1;
      if (
        isBlock &&
        item !== undefined &&
        readTyped(item, each.text).notes.some(({ severity }) => severity === 'error')
      ) {
        left.words += 1;
        return [];
      }
      return [{ key: keyOf(there), typed: each.text }];
    });
    const done = entry.edit(edits);
    const undo = (): void => entry.undo();
    if (deed === 'paste' && (changes.length > 1 || done === 0)) {
      const why = [
        ...(left.locked === 0 ? [] : [say.skippedLocked(left.locked)]),
        ...(left.words === 0 ? [] : [say.skippedWords(left.words)]),
        ...(left.beyond === 0 ? [] : [say.skippedBeyond(left.beyond)]),
      ];
      const skipped = left.locked + left.words + left.beyond;
      const words = say.pasted(edits.length, skipped, why.join(marks.comma));
      if (edits.length === 0) said.heed(words);
      else said.done(words, done === 0 ? undefined : undo);
    }
    if (deed === 'fill' && done > 1) said.done(say.filledDown(done), undo);
    if ((deed === 'clear' || deed === 'cut') && done > 1) said.done(say.cleared(done), undo);
  };

  return (
    <>
      <div className="collect-grid">
        <Grid
          label={label}
          rows={sheet.rows}
          columns={sheet.columns}
          grows={sheet.grows}
          cellOf={sheet.cellOf}
          active={spot}
          calls={calls}
          move={move}
          change={change}
          undo={() => entry.undo()}
          redo={() => entry.redo()}
          finding={(back) => finding(place, back)}
        />
      </div>
      {beside(place)}
    </>
  );
}

function spotOf<R extends GridRow>(sheet: Sheet<R>, place: Place | undefined): Spot | undefined {
  if (place === undefined) return undefined;
  const row = sheet.rowOf(place);
  return row === -1 ? undefined : { row, column: sheet.columnOf(place) };
}

/** The cursor is in the next cell that waits to be filled. */
function firstEmpty<R extends GridRow>({ rows, columns, first, cellOf }: Sheet<R>): Spot {
  for (const [row, each] of rows.entries()) {
    if (each.heading !== undefined) continue;
    for (let column = first; column < columns.length; column += 1) {
      if (columns[column]?.fills !== true) continue;
      const { canType, text } = cellOf(each, column);
      if (canType && text === '') return { row, column };
    }
  }
  const row = rows.findIndex(({ heading }) => heading === undefined);
  return { row: Math.max(row, 0), column: first };
}
