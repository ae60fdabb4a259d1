/**
 * Figures as a table of text: long form, one figure a row (`unit,item,period,value[,reporter]`), or wide form, one row
 * a unit and one column an item. `docs/scheme-format.md` tells it to people.
 */
import type { Cell, Sheet } from '../../engines/sheet/index.ts';
import { type DeptCode, parsePeriod, parseUnitCode, periodOf, printPeriod } from '../../kernel/index.ts';
import { KIND_OVER, levelOf, type OrgRow, parseKind, type UnitKind } from '../../org/on-files.ts';
import type { Scheme, SchemeItem } from '../../scheme/on-files.ts';
import { CollectProblem } from '../problems.ts';
import type { Desk, Shift, Statement } from './desk.ts';
import { cellsOf, isTotal, textOf } from './head.ts';
import { readAnswer } from './value.ts';

const LONG = ['unit', 'item', 'period', 'value'] as const;
const WIDE_OWN: ReadonlySet<string> = new Set(['unit', 'name', 'parent', 'kind']);

export interface FigureTable {
  readonly form: 'long' | 'wide';
  readonly file: string;
  readonly sheet: Sheet;
  readonly headRow: number;
  readonly columns: ReadonlyMap<string, number>;
}

export type ItemsByName = ReadonlyMap<string, SchemeItem | undefined>;

/** Throws `collect.csvColumns` for a table that is neither form. */
export function findTable(sheet: Sheet, file: string, scheme: Scheme): FigureTable {
  const [first] = sheet.rows;
  const [headRow, head] = first ?? [1, []];
  // A byte order mark stands before the first word.
  const columns = new Map(head.map((cell) => [textOf(cell).replace(/^\uFEFF/, ''), cell.column]));
  const table = { file, sheet, headRow, columns };
  const missing = LONG.filter((name) => !columns.has(name));
  if (missing.length === 0) return { ...table, form: 'long' };
  const wide = [...columns.keys()].some((name) => itemColumn(name, scheme) !== undefined);
  if (columns.has('unit') && wide && !columns.has('item')) return { ...table, form: 'wide' };
  throw CollectProblem.csvColumns({ file, missing }, { file });
}

/** `exp` for the evaluation year, `exp@-1` or `exp@2024` for the year before. */
function itemColumn(name: string, scheme: Scheme): { readonly item: SchemeItem; readonly shift: Shift } | undefined {
  const [code = '', year] = name.split('@');
  const item = scheme.items.get(code as SchemeItem['code']);
  const shift = SHIFTS.find((each) =>
    year === undefined ? each === 0 : year === String(each) || year === String(scheme.year + each),
  );
  return item === undefined || shift === undefined ? undefined : { item, shift };
}
const SHIFTS: readonly Shift[] = [0, -1];

interface Line {
  readonly line: number;
  take(name: string): string;
  cell(name: string): Cell | undefined;
}

function* lines(table: FigureTable): Generator<Line> {
  for (const [line, row] of table.sheet.rows) {
    if (line <= table.headRow) continue;
    const cells = cellsOf(row);
    const cell = (name: string): Cell | undefined => cells.get(table.columns.get(name) ?? 0);
    yield { line, cell, take: (name) => textOf(cell(name)) };
  }
}

function* figureLines(table: FigureTable, { tell }: Desk): Generator<Line> {
  for (const each of lines(table)) {
    if (!isTotal(each.take('unit'))) yield each;
    else tell('collect.row.total', 'hint', { file: table.file, line: each.line }, { list: table.file });
  }
}

/** A unit as a table or a workbook names it; a kind that nobody wrote is a guess. */
export interface NamedUnit extends OrgRow {
  readonly guessed: boolean;
}

/** The units a table names; without a kind it speaks of the lowest level judged. */
export function tableUnits(table: FigureTable, scheme: Scheme, known: (unit: string) => boolean): NamedUnit[] {
  const usual: UnitKind = scheme.levels.at(-1) ?? 'county';
  const rows = new Map<string, NamedUnit>();
  const attributes = [...table.columns.keys()].filter((name) => name.startsWith('@'));
  for (const { line, take } of lines(table)) {
    const stated = take('unit');
    const code = parseUnitCode(stated);
    if (code === undefined || rows.has(stated) || isTotal(stated)) continue;
    const name = (table.form === 'wide' && take('name')) || stated;
    const parent = table.form === 'wide' ? take('parent') : '';
    const kind = table.form === 'wide' ? parseKind(take('kind')) : undefined;
    const said = attributes.flatMap((attribute) =>
      take(attribute) === '' ? [] : [[attribute.slice(1), take(attribute)]],
    );
    rows.set(stated, {
      code,
      name,
      kind: kind ?? usual,
      guessed: kind === undefined,
      ...(parent === '' ? {} : { parent }),
      attributes: Object.assign(Object.create(null), Object.fromEntries(said)),
      at: { file: table.file, line },
    });
  }
  return [...unitsAbove([...rows.values()], known), ...rows.values()];
}

/** A table of nothing but schools names their county as parent alone. Where one of the kind has a row, a parent without is a slip. */
function unitsAbove(rows: readonly OrgRow[], known: (unit: string) => boolean): NamedUnit[] {
  const kinds = new Set(rows.map(({ kind }) => kind));
  const named = new Set(rows.flatMap(({ code, name }) => [code as string, name]));
  const above = new Map<string, NamedUnit>();
  for (const { kind, parent = '', at } of rows) {
    const code = parseUnitCode(parent);
    const over = KIND_OVER[kind];
    if (code === undefined || named.has(parent) || known(parent) || kinds.has(over) || above.has(parent)) continue;
    above.set(parent, { code, name: parent, kind: over, guessed: true, attributes: {}, at });
  }
  return [...above.values()];
}

export function readTable(table: FigureTable, desk: Desk, byName: ItemsByName): void {
  if (table.form === 'long') readLong(table, desk, byName);
  else readWide(table, desk);
}

function readLong(table: FigureTable, desk: Desk, byName: ItemsByName): void {
  const { scheme } = desk;
  for (const { line, take, cell } of figureLines(table, desk)) {
    const at = { file: table.file, line };
    const unit = desk.org.find(take('unit'));
    const item = scheme.items.get(take('item') as SchemeItem['code']) ?? byName.get(take('item'));
    if (unit === undefined) {
      desk.tell('collect.csv.unit', 'error', at, { unit: take('unit') });
      continue;
    }
    if (item === undefined) {
      desk.tell('collect.row.unknown', 'error', { ...at, unit: unit.code }, { code: take('item'), item: '' });
      continue;
    }
    const when = periodIn(take('period'), item, desk.year);
    if (when === undefined) {
      desk.tell('collect.csv.period', 'error', { ...at, unit: unit.code, item: item.code }, { period: take('period') });
      continue;
    }
    const reporter = take('reporter');
    const dept = reporter === '' ? undefined : departmentOf(reporter, scheme);
    if (reporter !== '' && dept === undefined) {
      desk.tell('collect.csv.reporter', 'error', { ...at, unit: unit.code, item: item.code }, { reporter });
      continue;
    }
    const said = { unit, item, ...when, ...(dept === undefined ? {} : { dept }) };
    state(desk, table, line, 'value', cell('value'), said);
  }
}

function readWide(table: FigureTable, desk: Desk): void {
  const items: { readonly name: string; readonly item: SchemeItem; readonly shift: Shift }[] = [];
  for (const name of table.columns.keys()) {
    const found = itemColumn(name, desk.scheme);
    if (found !== undefined) items.push({ name, ...found });
    else if (!WIDE_OWN.has(name) && !name.startsWith('@') && name !== '')
      desk.tell('collect.column.unknown', 'warn', { file: table.file, line: table.headRow }, { column: name });
  }
  for (const { line, take, cell } of figureLines(table, desk)) {
    const unit = desk.org.find(take('unit'));
    if (unit === undefined) {
      desk.tell('collect.csv.unit', 'error', { file: table.file, line }, { unit: take('unit') });
      continue;
    }
    const kind = take('kind');
    if (kind !== '' && parseKind(kind) === undefined)
      desk.tell('collect.csv.kind', 'error', { file: table.file, line, unit: unit.code }, { kind });
    for (const { name, item, shift } of items) state(desk, table, line, name, cell(name), { unit, item, shift });
  }
}

type Said = Pick<Statement, 'unit' | 'item' | 'shift' | 'dept' | 'period'>;

/** An empty cell of an item nobody asks at this level is no answer at all. */
function state(desk: Desk, table: FigureTable, line: number, column: string, cell: Cell | undefined, said: Said): void {
  const { unit, item } = said;
  const owner = item.by[levelOf(unit)];
  if (owner === undefined) {
    const place = { file: table.file, line, unit: unit.code, item: item.code };
    if (textOf(cell) !== '') desk.tell('collect.row.notAsked', 'warn', place, { item: item.name, of: unit.name });
    return;
  }
  const dept = said.dept ?? (unit.kind === 'school' ? undefined : owner);
  desk.state({
    ...said,
    ...(dept === undefined ? {} : { dept }),
    answered: readAnswer(cell?.value, item, item.unit, false),
    source: { kind: 'csv', file: table.file, line, column },
  });
}

/** A bare year is the item's own period in that year: 2025 of an item `at 09-01` is 2025-09-01. */
function periodIn(text: string, item: SchemeItem, now: number): Pick<Statement, 'shift' | 'period'> | undefined {
  const year = /^\d{4}$/.test(text) ? Number(text) : undefined;
  for (const shift of [0, -1] as const) {
    if (year === now + shift || text === printPeriod(periodOf(item.period, now, shift))) return { shift };
  }
  const period = year === undefined ? parsePeriod(text) : periodOf(item.period, year);
  return period === undefined ? undefined : { shift: 0, period };
}

/** By code or by name: `CZ`, `财政局`. */
export function departmentOf(text: string, scheme: Scheme): DeptCode | undefined {
  for (const [code, { name }] of scheme.departments) if (code === text || name === text) return code;
  return undefined;
}
