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

export function sheetEvents(table: CellTable, around: Surroundings): XmlEvents {
  let [row, column, rowCells] = [0, 0, undefined as Cell[] | undefined];
  let [type, style, raw, address] = ['n', 0, '', ''];
  let [inCell, taking, phonetic, formula] = [false, false, false, false];
  const refuse = (cell: string): never => {
    throw SheetProblem.address({ file: around.file, sheet: table.name, cell: cell.slice(0, 40) });
  };
  return {
    open({ local, attributes }) {
      if (local === 'c') {
        const ref = attributes.r?.value;
        const at = ref === undefined ? { row, column: column + 1 } : (parseAddress(ref) ?? refuse(ref));
        address = ref ?? printAddress(at);
        if (at.row !== row || at.column <= column) refuse(address);
        column = at.column;
        type = attributes.t?.value ?? 'n';
        style = Number(attributes.s?.value ?? 0);
        raw = '';
        [inCell, formula] = [true, false];
      } else if (local === 'v' || local === 't') taking = inCell && !phonetic;
      else if (local === 'f') formula = inCell;
      else if (local === 'rPh') phonetic = true;
      else if (local === 'row') {
        const next = Number(attributes.r?.value ?? row + 1);
        if (!Number.isInteger(next) || next <= row || parseAddress(`A${next}`) === undefined) refuse(`A${next}`);
        [row, column, rowCells] = [next, 0, undefined];
      } else if (local === 'mergeCell') {
        if (table.merges.length === MERGES) {
          throw SheetProblem.tooManyMerges({ file: around.file, sheet: table.name, limit: MERGES });
        }
        table.merges.push(attributes.ref?.value ?? '');
      }
    },
    text(piece) {
      if (taking) raw += piece;
    },
    close({ local }) {
      if (local === 'v' || local === 't') taking = false;
      else if (local === 'rPh') phonetic = false;
      else if (local === 'c') {
        inCell = false;
        const shown = around.shown[style] ?? 'number';
        const value = cellValue({ type, raw, shown, formula }, around.shared, around.is1904);
        if (value === undefined) {
          throw SheetProblem.sharedString({ file: around.file, sheet: table.name, cell: address });
        }
        if (value.kind === 'empty') return;
        around.count += 1;
        if (around.count > CELLS) throw SheetProblem.tooManyCells({ file: around.file, limit: CELLS });
        if (rowCells === undefined) {
          rowCells = [];
          table.rows.set(row, rowCells);
        }
        rowCells.push({ address, row, column, value, formula });
      }
    },
  };
}
