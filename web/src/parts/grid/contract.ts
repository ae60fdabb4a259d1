/** A grid that behaves like a spreadsheet: what it is given, and what it tells. It knows rows and columns, not forms. */
import type { ReactNode } from 'react';

export interface GridColumn {
  readonly key: string;
  readonly title: ReactNode;
  /** Heard with each cell of the column; `title` where that is plain words. */
  readonly name: string;
  readonly width: number;
  readonly align?: 'right' | 'center';
  /** Stays at the left while the others scroll. */
  readonly sticks?: true;
  /** Its cells may be typed in. */
  readonly fills?: true;
}

/** What one cell shows. Made when its row is drawn, again only when the row is another object. */
export interface GridCell {
  /** As people read it; also what is copied. */
  readonly text: string;
  /** What stands in the field when it is edited; `text` when left out. */
  readonly typed?: string;
  readonly canType: boolean;
  /** How it is drawn: white, grey and bold, hatched. */
  readonly look?: 'input' | 'locked' | 'computed' | 'label' | 'none';
  readonly tone?: 'error' | 'warn' | 'changed' | 'waits';
  /** In place of the text. */
  readonly node?: ReactNode;
  /** What a screen reader says after row and column: value and finding. */
  readonly said?: string;
}

export interface GridRow {
  readonly key: string;
  /** Words across the whole width, where the row is a heading. */
  readonly heading?: ReactNode;
}

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Change extends Spot {
  readonly text: string;
}

export type Deed = 'type' | 'paste' | 'fill' | 'clear' | 'cut';
