/**
 * The grid people fill: keys, blocks, clipboard and editing as in a spreadsheet (the table of keys is in `keys.ts`). Only
 * rows and columns in sight are drawn, and of those only the ones that changed.
 */
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { printHtml, printTsv, readClipboard } from './clipboard.ts';
import type { Change, Deed, GridCell, GridColumn, GridRow, Spot } from './contract.ts';
import { cleared, copied, filledDown, pasted } from './deeds.ts';
import { Editor } from './editor.tsx';
import { Row } from './grid-row.tsx';
import { Head } from './head.tsx';
import { type Order, orderOf } from './keys.ts';
import { mouseOn } from './mouse.ts';
import { stepFrom } from './move.ts';
import { useFocus } from './use-focus.ts';
import { type Sheet, useSelection } from './use-selection.ts';
import { ROW, useSight } from './use-sight.ts';
import './grid.css';

interface Given<R extends GridRow> {
  readonly label: string;
  readonly rows: readonly R[];
  readonly columns: readonly GridColumn[];
  /** Takes what width is left. */
  readonly grows?: number;
  cellOf(row: R, column: number): GridCell;
  readonly active: Spot;
  /** Focus goes to the grid when this number changes. */
  readonly calls: number;
  move(to: Spot): void;
  /** Nothing of it is refused here: who keeps the figures says what was skipped. */
  change(changes: readonly Change[], deed: Deed): void;
  undo(): void;
  redo(): void;
  finding(back: boolean): void;
  escape?(): void;
}

export function Grid<R extends GridRow>(given: Given<R>) {
  const { label, rows, columns, cellOf, active, calls, move, change } = given;
  const view = useRef<HTMLDivElement>(null);
  const { widths, width, held, from, to, drawn, height, page } = useSight({
    ...{ view, columns, active },
    rows: rows.length,
    grows: given.grows,
  });
  const sheet = sheetOf(rows, columns, page, cellOf);
  const selection = useSelection({ sheet, active, move, change });
  const { block, cell, text, goTo } = selection;
  const { hasFocus, isLeaving, take, lost } = useFocus({ view, active, calls, canType: cell?.canType });

  const carryOut = (order: Exclude<Order, { do: 'step' }>): void => {
    switch (order.do) {
      case 'edit':
        selection.begin();
        break;
      case 'clear':
        change(cleared(block, sheet), 'clear');
        break;
      case 'fillDown': {
        const changes = filledDown(block, sheet);
        if (changes.length > 0) change(changes, 'fill');
        break;
      }
      case 'undo':
        given.undo();
        break;
      case 'redo':
        given.redo();
        break;
      case 'escape':
        if (!selection.isBlock) given.escape?.();
        selection.choose();
        break;
      case 'all':
        selection.chooseAll();
        break;
      case 'finding':
        given.finding(order.back);
        break;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const order = orderOf(event);
    if (order === undefined) return;
    if (event.key !== 'Tab') isLeaving.current = order.do === 'escape';
    if (order.do !== 'step') carryOut(order);
    else if (isLeaving.current && (order.step === 'next' || order.step === 'back')) return;
    else goTo(stepFrom(active, order.step, sheet), order.isWider);
    event.preventDefault();
  };

  const onCopy = (event: ClipboardEvent): void => {
    const texts = copied(block, sheet);
    event.clipboardData.setData('text/plain', printTsv(texts));
    event.clipboardData.setData('text/html', printHtml(texts));
    event.preventDefault();
  };
  const onCut = (event: ClipboardEvent): void => {
    onCopy(event);
    change(cleared(block, sheet), 'cut');
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    change(pasted(readClipboard(event.clipboardData), block, sheet), 'paste');
  };

  const editor =
    cell !== undefined && sheet.canType(active) ? (
      <Editor
        key={`${active.row} ${active.column}`}
        label={[columns[active.column]?.name, cell.said ?? cell.text].filter(Boolean).join(' ')}
        isInvalid={cell.tone === 'error'}
        text={text}
        takesFocus={hasFocus}
        change={selection.type}
        finish={selection.finish}
        drop={selection.drop}
      />
    ) : undefined;

  return (
    <div
      ref={view}
      className="grid"
      role="grid"
      // Without a cell to stand in, the grid itself is what keys scroll.
      tabIndex={rows.length === 0 ? 0 : -1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onCut={onCut}
      onPaste={onPaste}
      {...mouseOn(sheet, selection, take)}
      onFocus={take}
      onBlur={lost}
    >
      <Head columns={columns} widths={widths} from={from} to={to} held={held} width={width} />
      <div role="rowgroup" className="grid-body" style={{ height, width }}>
        {drawn.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const isIn = index >= block.top && index <= block.bottom;
          const isActive = index === active.row;
          return (
            <Row
              key={row.key}
              row={row}
              index={index}
              top={start}
              height={ROW}
              columns={columns}
              widths={widths}
              from={from}
              to={to}
              width={width}
              active={isActive ? active.column : -1}
              left={isIn ? block.left : -1}
              right={isIn ? block.right : -2}
              cellOf={cellOf}
              editor={isActive ? editor : undefined}
              isEdited={isActive && text !== undefined}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Rows and columns as steps and deeds see them. */
function sheetOf<R extends GridRow>(
  rows: readonly R[],
  columns: readonly GridColumn[],
  page: number,
  cellOf: (row: R, column: number) => GridCell,
): Sheet {
  const cellAt = ({ row, column }: Spot): GridCell | undefined => {
    const at = rows[row];
    return at === undefined || at.heading !== undefined ? undefined : cellOf(at, column);
  };
  return {
    rows: rows.length,
    columns: columns.length,
    page,
    isHeading: (row) => rows[row]?.heading !== undefined,
    canType: (spot) => columns[spot.column]?.fills === true && (cellAt(spot)?.canType ?? false),
    isEmpty: (spot) => (cellAt(spot)?.text ?? '') === '',
    cellAt,
  };
}
