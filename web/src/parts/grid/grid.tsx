/**
 * The grid people fill: keys, blocks, clipboard and editing as in a spreadsheet (the table of keys is in `keys.ts`). Only
 * rows and columns in sight are drawn, and of those only the ones that changed; the active cell is always drawn, so that
 * focus stays in it wherever one scrolls.
 */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { blockOf, spotsOf } from './block.ts';
import { printHtml, printTsv, readClipboard } from './clipboard.ts';
import type { Change, Deed, GridCell, GridColumn, GridRow, Spot } from './contract.ts';
import { Editor } from './editor.tsx';
import { Row } from './grid-row.tsx';
import { orderOf } from './keys.ts';
import { type Field, type Step, stepFrom } from './move.ts';
import './grid.css';

const ROW = 27;
const HEAD = 31;
const OVERSCAN = 8;
/** A scroll bar at the foot of a wide sheet, as Windows draws it. */
const BAR = 17;

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
  const [anchor, drag] = useState<Spot>();
  const [text, edit] = useState<string>();
  const [hasFocus, focus] = useState(false);
  /** After Esc the next Tab leaves the grid: nobody is kept in it. */
  const isLeaving = useRef(false);
  const room = useWidth(view);
  const widths = useMemo(() => fitted(columns, given.grows, room), [columns, given.grows, room]);
  const width = widths.reduce((sum, each) => sum + each, 0);
  const held = columns.filter(({ sticks }) => sticks).length;
  const heldWidth = widths.slice(0, held).reduce((sum, each) => sum + each, 0);

  const down = useVirtualizer({
    count: rows.length,
    getScrollElement: () => view.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    // Rows begin below the head, which scrolls with nothing: what is in sight ends that much earlier.
    scrollPaddingEnd: HEAD + BAR,
    rangeExtractor: (range) => withActive(defaultRangeExtractor(range), active.row, rows.length),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => view.current,
    estimateSize: (at) => widths[at] ?? 0,
    overscan: 3,
    scrollPaddingStart: heldWidth,
  });
  useLayoutEffect(() => {
    if (widths.length > 0) across.measure();
  }, [across, widths]);
  const seen = across.getVirtualItems();
  const from = Math.min(seen[0]?.index ?? 0, active.column >= held ? active.column : columns.length);
  const to = Math.max(seen.at(-1)?.index ?? columns.length - 1, active.column);

  const block = blockOf(anchor ?? active, active);
  const activeRow = rows[active.row];
  const cell = activeRow === undefined ? undefined : cellOf(activeRow, active.column);

  const field: Field = {
    rows: rows.length,
    columns: columns.length,
    page: Math.max(1, Math.floor(((view.current?.clientHeight ?? 0) - HEAD) / ROW) - 1),
    isHeading: (row) => rows[row]?.heading !== undefined,
    canType: (spot) => columns[spot.column]?.fills === true && (cellAt(spot)?.canType ?? false),
    isEmpty: (spot) => (cellAt(spot)?.text ?? '') === '',
  };
  function cellAt({ row, column }: Spot): GridCell | undefined {
    const at = rows[row];
    return at === undefined || at.heading !== undefined ? undefined : cellOf(at, column);
  }

  const goTo = (spot: Spot, isWider = false): void => {
    drag(isWider ? (anchor ?? active) : undefined);
    move(spot);
  };

  // What was left of an edit when the cell is left by the mouse is saved by the field's blur.
  const finish = (step: Step | undefined): void => {
    if (text !== undefined && text !== (cell?.typed ?? cell?.text ?? '')) change([{ ...active, text }], 'type');
    edit(undefined);
    if (step !== undefined) goTo(stepFrom(active, step, field));
  };

  useLayoutEffect(() => {
    down.scrollToIndex(active.row, { align: 'auto' });
    if (active.column >= held) across.scrollToIndex(active.column, { align: 'auto' });
  }, [active.row, active.column, held, down, across]);
  useLayoutEffect(() => {
    if (calls >= 0) focus(true);
  }, [calls]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows the active cell, its kind, and a call.
  useLayoutEffect(() => {
    if (hasFocus) view.current?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
  }, [hasFocus, active.row, active.column, calls, cell?.canType]);

  const typable = (): readonly Spot[] => spotsOf(block).filter((spot) => field.canType(spot));
  const clear = (deed: 'clear' | 'cut'): void =>
    change(
      typable().map((spot) => ({ ...spot, text: '' })),
      deed,
    );
  const fillDown = (): void => {
    const top = block.top === block.bottom ? Math.max(0, block.top - 1) : block.top;
    const changes = typable()
      .filter(({ row }) => row > top)
      .map((spot) => {
        const source = cellAt({ row: top, column: spot.column });
        return { ...spot, text: source?.typed ?? source?.text ?? '' };
      });
    if (changes.length > 0) change(changes, 'fill');
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const order = orderOf(event);
    if (order === undefined) return;
    if (event.key !== 'Tab') isLeaving.current = order.do === 'escape';
    switch (order.do) {
      case 'step': {
        const reached = stepFrom(active, order.step, field);
        if (isLeaving.current && (order.step === 'next' || order.step === 'back')) return;
        goTo(reached, order.isWider);
        break;
      }
      case 'edit':
        if (field.canType(active)) edit(cell?.typed ?? cell?.text ?? '');
        break;
      case 'clear':
        clear('clear');
        break;
      case 'fillDown':
        fillDown();
        break;
      case 'undo':
        given.undo();
        break;
      case 'redo':
        given.redo();
        break;
      case 'escape':
        if (anchor === undefined) given.escape?.();
        drag(undefined);
        break;
      case 'all':
        drag({ row: 0, column: 0 });
        move({ row: rows.length - 1, column: columns.length - 1 });
        break;
      case 'finding':
        given.finding(order.back);
        break;
    }
    event.preventDefault();
  };

  const copied = (): readonly (readonly string[])[] =>
    Array.from({ length: block.bottom - block.top + 1 }, (_, at) => block.top + at)
      .filter((row) => !field.isHeading(row))
      .map((row) =>
        Array.from({ length: block.right - block.left + 1 }, (_, at) => {
          const one = cellAt({ row, column: block.left + at });
          return (
            one?.text.replace(/^(−?[\d,]+(?:\.\d+)?)$/, (digits) => digits.replace(/,/g, '').replace('−', '-')) ?? ''
          );
        }),
      );
  const onCopy = (event: ClipboardEvent): void => {
    const grid = copied();
    event.clipboardData.setData('text/plain', printTsv(grid));
    event.clipboardData.setData('text/html', printHtml(grid));
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const grid = readClipboard(event.clipboardData);
    const one = grid.length === 1 && grid[0]?.length === 1 ? (grid[0][0] ?? '') : undefined;
    // One value over a block fills it; a block lands at the corner.
    const isWide = block.top !== block.bottom || block.left !== block.right;
    const changes =
      one !== undefined && isWide
        ? typable().map((spot) => ({ ...spot, text: one }))
        : laidAt({ row: block.top, column: block.left }, grid, field);
    change(changes, 'paste');
  };

  const spotOf = ({ target }: { readonly target: EventTarget }): Spot | undefined => {
    const at = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
    const row = at?.parentElement?.getAttribute('aria-rowindex');
    return at === null || row == null ? undefined : { row: Number(row) - 2, column: Number(at.dataset.column) };
  };
  const onMouseDown = (event: MouseEvent): void => {
    const spot = spotOf(event);
    if (spot === undefined || event.button !== 0) return;
    if (text !== undefined && spot.row === active.row && spot.column === active.column) return;
    finish(undefined);
    goTo(spot, event.shiftKey);
    focus(true);
    event.preventDefault();
  };
  const onMouseMove = (event: MouseEvent): void => {
    if (event.buttons !== 1 || text !== undefined) return;
    const spot = spotOf(event);
    if (spot !== undefined && (spot.row !== active.row || spot.column !== active.column)) goTo(spot, true);
  };

  const editor =
    cell !== undefined && field.canType(active) ? (
      <Editor
        key={`${active.row} ${active.column}`}
        label={[columns[active.column]?.name, cell.said ?? cell.text].filter(Boolean).join(' ')}
        isInvalid={cell.tone === 'error'}
        text={text}
        takesFocus={hasFocus}
        change={edit}
        finish={finish}
        drop={() => edit(undefined)}
      />
    ) : undefined;

  return (
    <div
      ref={view}
      className="grid"
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onCut={(event) => {
        onCopy(event);
        clear('cut');
      }}
      onPaste={onPaste}
      onMouseDown={onMouseDown}
      onMouseMove={onMouseMove}
      onDoubleClick={(event) => {
        const spot = spotOf(event);
        if (spot !== undefined && field.canType(spot)) edit(cell?.typed ?? cell?.text ?? '');
      }}
      onFocus={() => focus(true)}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget === null || view.current?.contains(relatedTarget)) return;
        isLeaving.current = false;
        focus(false);
      }}
    >
      <Head columns={columns} widths={widths} from={from} to={to} held={held} width={width} />
      <div role="rowgroup" className="grid-body" style={{ height: down.getTotalSize(), width }}>
        {down.getVirtualItems().map(({ index, start }) => {
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

interface HeadGiven {
  readonly columns: readonly GridColumn[];
  readonly widths: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly held: number;
  readonly width: number;
}

function Head({ columns, widths, from, to, held, width }: HeadGiven) {
  const first = Math.max(from, held);
  const skipped = widths.slice(held, first).reduce((sum, each) => sum + each, 0);
  let left = 0;
  const head = (column: GridColumn, at: number, stuck?: number) => (
    <div
      key={column.key}
      role="columnheader"
      aria-colindex={at + 1}
      className={[
        column.align === undefined ? '' : `grid-${column.align}`,
        stuck === undefined ? '' : 'grid-sticks',
      ].join(' ')}
      style={{
        width: widths[at],
        flex: 'none',
        ...(stuck === undefined ? {} : { left: stuck, background: 'inherit' }),
      }}
    >
      {column.title}
    </div>
  );
  return (
    <div role="row" aria-rowindex={1} className="grid-head" style={{ width }}>
      {columns.slice(0, held).map((column, at) => {
        const stuck = left;
        left += widths[at] ?? 0;
        return head(column, at, stuck);
      })}
      {skipped > 0 && <div role="presentation" style={{ width: skipped, flex: 'none' }} />}
      {columns.slice(first, to + 1).map((column, at) => head(column, first + at))}
    </div>
  );
}

/** The rows in sight, and the active one. */
function withActive(range: readonly number[], active: number, count: number): number[] {
  if (range.includes(active) || active >= count) return [...range];
  return [...range, active].toSorted((a, b) => a - b);
}

/** Cells of a pasted block at their places: headings are stepped over, and nothing goes beyond the edge. */
function laidAt(corner: Spot, grid: readonly (readonly string[])[], field: Field): Change[] {
  const changes: Change[] = [];
  let row = corner.row;
  for (const line of grid) {
    while (row < field.rows && field.isHeading(row)) row += 1;
    for (const [over, text] of line.entries()) changes.push({ row, column: corner.column + over, text });
    row += 1;
  }
  return changes;
}

function fitted(columns: readonly GridColumn[], grows: number | undefined, room: number): readonly number[] {
  const widths = columns.map(({ width }) => width);
  const left = room - widths.reduce((sum, each) => sum + each, 0);
  if (grows === undefined || left <= 0) return widths;
  return widths.map((each, at) => (at === grows ? each + left : each));
}

function useWidth(view: React.RefObject<HTMLDivElement | null>): number {
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
