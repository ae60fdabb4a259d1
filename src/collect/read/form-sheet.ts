/** Reads a form sheet: a row an item, found by its code, or by its name where the code is gone. */
import { type Cell, printAddress, type Sheet } from '../../engines/sheet/index.ts';
import {
  type DeptCode,
  measure,
  multiply,
  NATURES,
  type Nature,
  type Place,
  parseDecimal,
  parseUnit,
  printMeasure,
  sameFamily,
  type Unit,
  unitDefinition,
} from '../../kernel/index.ts';
import { levelOf, type OrgUnit } from '../../org/on-files.ts';
import type { SchemeItem } from '../../scheme/on-files.ts';
import { FORM_HEADS } from '../heads.ts';
import type { Desk, Shift } from './desk.ts';
import { cellsOf, columnOf, findHead, type Head, listOf, textOf } from './head.ts';
import type { ItemsByName } from './table.ts';
import { readAnswer } from './value.ts';

/** The workbook being read. */
export interface FormReader {
  readonly desk: Desk;
  readonly file: string;
  readonly unit: OrgUnit;
  /** The department whose workbook it is; else each row is its own department's. */
  readonly dept?: DeptCode;
  readonly byName: ItemsByName;
  /** Items this workbook has stated so far, with the place of each. */
  readonly stated: Map<string, string>;
  /** Cells whose value a formula made. */
  formulas: number;
}

type Column = keyof typeof FORM_HEADS;

/** One row of a form: what its head calls each cell, and where it is. */
interface Row {
  readonly number: number;
  readonly cells: ReadonlyMap<number, Cell>;
  text(column: Column): string;
  readonly place: Place & { readonly cell: string };
}

interface Year {
  readonly shift: Shift;
  readonly column: number;
  readonly nature: Nature | undefined;
}

/** False when the sheet is no form. */
export function readFormSheet(sheet: Sheet, reader: FormReader): boolean {
  const head = findHead(sheet, [FORM_HEADS.now]);
  const now = head === undefined ? undefined : columnOf(head, FORM_HEADS.now);
  if (head === undefined || now === undefined) return false;
  const columns = new Map(Object.entries(FORM_HEADS).map(([key, word]) => [key as Column, columnOf(head, word)]));
  const first = columns.get('code') ?? columns.get('item');
  if (first === undefined) return false;
  const prior = columns.get('prior');
  const { desk, file, unit } = reader;
  const stated: Year[] = [{ shift: 0, column: now, nature: natureIn(head, now) }];
  if (prior !== undefined) stated.push({ shift: -1, column: prior, nature: natureIn(head, prior) });
  const years = stated.filter(({ shift, column }) => {
    const [got, asked] = [yearIn(head, column), desk.year + shift];
    if (got === undefined || got === asked) return true;
    const cell = printAddress({ row: head.row, column });
    const data = { column: head.words.get(column) ?? '', got, asked };
    desk.tell('collect.column.year', 'error', { file, sheet: sheet.name, cell, unit: unit.code }, data);
    return false;
  });
  let asksPrior = false;
  for (const [number, line] of sheet.rows) {
    if (number <= head.row) continue;
    const cells = cellsOf(line);
    const place = { file, sheet: sheet.name, cell: printAddress({ row: number, column: first }), unit: unit.code };
    const row: Row = { number, cells, place, text: (column) => textOf(cells.get(columns.get(column) ?? 0)) };
    const item = itemOf(row, reader);
    if (item === undefined) continue;
    const written = unitOf(row, item, reader);
    if (written === undefined) continue;
    asksPrior ||= item.prior;
    stateRow(row, item, written, years, sheet.name, reader);
  }
  if (asksPrior && prior === undefined) {
    desk.tell(
      'collect.priorColumn',
      'warn',
      { file, sheet: sheet.name, unit: unit.code },
      { sheet: sheet.name, of: unit.name },
    );
  }
  return true;
}

/** The item a row is about, when it is one to read from here; else what keeps it from being read is said. */
function itemOf(row: Row, { desk, unit, byName, stated }: FormReader): SchemeItem | undefined {
  const [code, name] = [row.text('code'), row.text('item')];
  if (code === '' && name === '') return undefined;
  const coded = desk.scheme.items.get(code as SchemeItem['code']);
  const named = byName.get(name);
  const item = coded ?? named;
  if (item === undefined) {
    // Notes and subtotals between the rows hold no numbers of ours.
    const meant = row.text('now') !== '' || row.text('prior') !== '' || /^[A-Za-z]\w*$/.test(code);
    if (meant) desk.tell('collect.row.unknown', 'error', row.place, { code, item: name });
    return undefined;
  }
  const place = { ...row.place, item: item.code };
  if (coded !== undefined && named !== undefined && named !== coded) {
    desk.tell('collect.row.otherName', 'error', place, { code, item: coded.name, name });
    return undefined;
  }
  if (item.computed !== undefined) return undefined;
  if (coded === undefined && code !== '')
    desk.tell('collect.row.code', 'warn', place, { code, item: item.name, known: item.code });
  const earlier = stated.get(item.code);
  if (earlier !== undefined) {
    desk.tell('collect.row.double', 'error', place, { item: item.name, first: earlier });
    return undefined;
  }
  stated.set(item.code, `${place.sheet}!${place.cell}`);
  if (item.by[levelOf(unit)] !== undefined) return item;
  if (row.text('now') !== '') desk.tell('collect.row.notAsked', 'warn', place, { item: item.name, of: unit.name });
  return undefined;
}

/** The unit a row states, when it is one of the item's family; a blank is the item's own. */
function unitOf(row: Row, item: SchemeItem, { desk }: FormReader): Unit | undefined {
  const got = row.text('unit');
  const written = got === '' ? item.unit : parseUnit(got);
  const place = { ...row.place, item: item.code };
  const data = { item: item.name, asked: item.unit, got };
  if (written === undefined || !sameFamily(written, item.unit)) {
    desk.tell('collect.unitMismatch', 'error', place, data);
    return undefined;
  }
  // 人 and 名 are two words for one.
  const same = written === item.unit || [written, item.unit].every((unit) => unit === '人' || unit === '名');
  if (!same) {
    const typed = row.text('now');
    const number = parseDecimal(typed.replaceAll(',', ''));
    const { family, inBase } = unitDefinition(written);
    const converted =
      number === undefined ? '' : printMeasure(measure(multiply(number, inBase), family.dimension), item.unit);
    desk.tell('collect.unitConverted', 'warn', place, { ...data, typed, converted });
  }
  return written;
}

function stateRow(
  row: Row,
  item: SchemeItem,
  written: Unit,
  years: readonly Year[],
  sheet: string,
  reader: FormReader,
): void {
  const { desk, file, unit } = reader;
  const dept = reader.dept ?? item.by[levelOf(unit)];
  const reason = row.text('reason');
  for (const { shift, column, nature } of years) {
    if (shift === -1 && !item.prior) continue;
    const cell = row.cells.get(column);
    if (cell?.formula === true) reader.formulas += 1;
    desk.state({
      unit,
      ...(dept === undefined ? {} : { dept }),
      item,
      shift,
      answered: readAnswer(cell?.value, item, written, cell?.formula ?? false),
      writtenUnit: written,
      ...(nature === undefined ? {} : { nature }),
      source: { kind: 'cell', file, sheet, cell: printAddress({ row: row.number, column }) },
      ...(reason === '' || shift === -1 ? {} : { reason }),
    });
  }
  for (const number of listOf(row.text('evidence'))) {
    desk.citations.push({ unit: unit.code, item: item.code, number, at: { ...row.place, item: item.code } });
  }
}

/** 「本年值（2025 执行数）」 => 执行数. */
const natureIn = (head: Head, column: number): Nature | undefined =>
  NATURES.find((nature) => head.words.get(column)?.includes(nature) === true);

/** 「本年值（2025 执行数）」 => 2025. */
function yearIn(head: Head, column: number): number | undefined {
  const [, year] = /（(\d{4})(?!\d)/u.exec(head.words.get(column) ?? '') ?? [];
  return year === undefined ? undefined : Number(year);
}
