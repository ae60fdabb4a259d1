/**
 * One worksheet in one pass.
 *
 *     <row r="7"> <c r="F7" s="3" t="s"> <f>SUM(..)</f> <v>12</v> </c> </row>   <mergeCell ref="B2:D2"/>
 *
 * `<dimension>` is not looked at: it is a hint that lies (A1:XFD1048576 with three cells).
 */
import type { XmlEvents } from '../ooxml/index.ts';
import { parseAddress, printAddress } from './address.ts';
import { cellValue } from './cell-value.ts';
import type { Cell, CellValue, Sheet } from './contract.ts';
import { CELLS, MERGES } from './limits.ts';
import type { Shown } from './number-format.ts';
import { SheetProblem } from './problem.ts';

/** What the cells of a workbook share. */
export interface Surroundings {
  readonly file: string;
  readonly shared: readonly CellValue[];
  readonly shown: readonly Shown[];
  readonly is1904: boolean;
  /** Cells kept so far, over all sheets. */
  count: number;
}

export class CellTable implements Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: Map<number, Cell[]> = new Map();
  readonly merges: string[] = [];

  constructor(name: string, hidden: boolean) {
    this.name = name;
    this.hidden = hidden;
  }

  cell(address: string): Cell | undefined {
    const at = parseAddress(address);
    return at && this.rows.get(at.row)?.find(({ column }) => column === at.column);
  }
}

/** Where cells go as they are read, whoever reads them: order, limits and values are looked after once. */
export class CellDesk {
  readonly #table: CellTable;
  readonly #around: Surroundings;
  #row = 0;
  #column = 0;
  #cells: Cell[] | undefined;

  constructor(table: CellTable, around: Surroundings) {
    this.#table = table;
    this.#around = around;
  }

  /** `r` left out is the row after the last. */
  row(r: string | undefined): void {
    const next = Number(r ?? this.#row + 1);
    if (!Number.isInteger(next) || next <= this.#row || parseAddress(`A${next}`) === undefined)
      this.#refuse(`A${next}`);
    [this.#row, this.#column, this.#cells] = [next, 0, undefined];
  }

  /** `ref` left out is the column after the last. */
  cell(ref: string | undefined, type: string, style: number, raw: string, formula: boolean): void {
    const at =
      ref === undefined ? { row: this.#row, column: this.#column + 1 } : (parseAddress(ref) ?? this.#refuse(ref));
    const address = ref ?? printAddress(at);
    if (at.row !== this.#row || at.column <= this.#column) this.#refuse(address);
    this.#column = at.column;
    const { file, shared, shown, is1904 } = this.#around;
    const value = cellValue({ type, raw, shown: shown[style] ?? 'number', formula }, shared, is1904);
    if (value === undefined) throw SheetProblem.sharedString({ file, sheet: this.#table.name, cell: address });
    if (value.kind === 'empty') return;
    this.#around.count += 1;
    if (this.#around.count > CELLS) throw SheetProblem.tooManyCells({ file, limit: CELLS });
    if (this.#cells === undefined) {
      this.#cells = [];
      this.#table.rows.set(this.#row, this.#cells);
    }
    this.#cells.push({ address, row: at.row, column: at.column, value, formula });
  }

  merge(ref: string): void {
    const { name, merges } = this.#table;
    if (merges.length === MERGES)
      throw SheetProblem.tooManyMerges({ file: this.#around.file, sheet: name, limit: MERGES });
    merges.push(ref);
  }

  #refuse(cell: string): never {
    throw SheetProblem.address({ file: this.#around.file, sheet: this.#table.name, cell: cell.slice(0, 40) });
  }
}

/** Reads any worksheet, however it is written. */
export function sheetEvents(desk: CellDesk): XmlEvents {
  let [type, style, raw] = ['n', 0, ''];
  let ref: string | undefined;
  let [inCell, taking, phonetic, formula] = [false, false, false, false];
  return {
    open({ local, attributes }) {
      if (local === 'c') {
        ref = attributes.r?.value;
        type = attributes.t?.value ?? 'n';
        style = Number(attributes.s?.value ?? 0);
        raw = '';
        [inCell, formula] = [true, false];
      } else if (local === 'v' || local === 't') taking = inCell && !phonetic;
      else if (local === 'f') formula = inCell;
      else if (local === 'rPh') phonetic = true;
      else if (local === 'row') desk.row(attributes.r?.value);
      else if (local === 'mergeCell') desk.merge(attributes.ref?.value ?? '');
    },
    text(piece) {
      if (taking) raw += piece;
    },
    close({ local }) {
      if (local === 'v' || local === 't') taking = false;
      else if (local === 'rPh') phonetic = false;
      else if (local === 'c') {
        inCell = false;
        desk.cell(ref, type, style, raw, formula);
      }
    },
  };
}
