/** Titles of the columns in sight; those that stick stay at the left. */
import type { GridColumn } from './contract.ts';

interface Given {
  readonly columns: readonly GridColumn[];
  readonly widths: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly held: number;
  readonly width: number;
}

export function Head({ columns, widths, from, to, held, width }: Given) {
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
