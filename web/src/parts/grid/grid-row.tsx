/** One row, drawn again only when it, its place in the chosen block, or the columns in sight are others. */
import { memo, type ReactNode } from 'react';
import type { GridCell, GridColumn, GridRow } from './contract.ts';

export interface RowGiven<R extends GridRow> {
  readonly row: R;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly GridColumn[];
  readonly widths: readonly number[];
  /** Columns in sight; those that stick are always drawn. */
  readonly from: number;
  readonly to: number;
  readonly width: number;
  /** -1: not in this row. */
  readonly active: number;
  /** First and last column of the block in this row; -1: none. */
  readonly left: number;
  readonly right: number;
  cellOf(row: R, column: number): GridCell;
  /** Stands in the active cell where it can be typed in. */
  readonly editor: ReactNode;
  readonly isEdited: boolean;
}

function Drawn<R extends GridRow>(given: RowGiven<R>) {
  const { row, index, top, height, width, columns, widths, from, to } = given;
  const place = { transform: `translateY(${top}px)`, height, width };
  if (row.heading !== undefined)
    return (
      <div role="row" aria-rowindex={index + 2} className="grid-row grid-heading" style={place}>
        <div role="gridcell" aria-colspan={columns.length} className="grid-heading-words">
          {row.heading}
        </div>
      </div>
    );
  const sticking = columns.findIndex(({ sticks }) => sticks !== true);
  const held = sticking === -1 ? columns.length : sticking;
  const skipped = widths.slice(held, Math.max(from, held)).reduce((sum, each) => sum + each, 0);
  let left = 0;
  return (
    <div role="row" aria-rowindex={index + 2} className="grid-row" style={place}>
      {columns.slice(0, held).map((column, at) => {
        const stuck = left;
        left += widths[at] ?? 0;
        return <Cell key={column.key} given={given} at={at} stuck={stuck} />;
      })}
      {skipped > 0 && <div role="presentation" style={{ width: skipped, flex: 'none' }} />}
      {columns.slice(Math.max(from, held), to + 1).map((column, at) => (
        <Cell key={column.key} given={given} at={Math.max(from, held) + at} stuck={undefined} />
      ))}
    </div>
  );
}

interface CellGiven<R extends GridRow> {
  readonly given: RowGiven<R>;
  readonly at: number;
  readonly stuck: number | undefined;
}

function Cell<R extends GridRow>({ given, at, stuck }: CellGiven<R>) {
  const { row, columns, widths, active, left, right, cellOf, editor, isEdited } = given;
  const cell = cellOf(row, at);
  const isActive = at === active;
  const hasEditor = isActive && editor !== undefined;
  const classes = ['grid-cell', `grid-look-${cell.look ?? 'locked'}`];
  if (cell.tone !== undefined) classes.push(`grid-tone-${cell.tone}`);
  if (columns[at]?.align !== undefined) classes.push(`grid-${columns[at].align}`);
  if (isActive) classes.push('grid-active');
  else if (at >= left && at <= right) classes.push('grid-chosen');
  if (stuck !== undefined) classes.push('grid-sticks');
  const isOnlyShown = isActive && !hasEditor;
  return (
    <div
      role="gridcell"
      aria-colindex={at + 1}
      aria-selected={at >= left && at <= right}
      aria-readonly={!cell.canType}
      className={classes.join(' ')}
      data-column={at}
      style={{ width: widths[at], flex: 'none', ...(stuck === undefined ? {} : { left: stuck }) }}
      {...(isOnlyShown
        ? {
            tabIndex: 0,
            'data-active': true,
            'aria-label': `${columns[at]?.name ?? ''} ${cell.text} ${cell.said ?? ''}`.trim(),
          }
        : {})}
    >
      {hasEditor && editor}
      {!(hasEditor && isEdited) && (
        <span className="grid-shown" title={cell.node === undefined ? cell.text : undefined}>
          {cell.node ?? cell.text}
        </span>
      )}
    </div>
  );
}

export const Row = memo(Drawn) as typeof Drawn;
