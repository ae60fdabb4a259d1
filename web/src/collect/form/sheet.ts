/** Rows and columns with the figures they stand for: a form has items as rows, a list of schools has them as columns. */
import type { GridCell, GridColumn, GridRow } from '../../parts/grid/contract.ts';
import type { Place } from '../entry/cells.ts';

export interface Sheet<R extends GridRow> {
  readonly rows: readonly R[];
  readonly columns: readonly GridColumn[];
  /** Takes the width that is left. */
  readonly grows: number;
  /** Column work begins in. */
  readonly first: number;
  cellOf(row: R, column: number): GridCell;
  placeOf(row: R, column: number): Place | undefined;
  columnOf(place: Place): number;
  /** -1 where it is not shown. */
  rowOf(place: Place): number;
}
