/** Reads a school list: rows are schools, columns items. The units come first, the figures when the tree is known. */
import { type Cell, printAddress, type Sheet } from '../../engines/sheet/index.ts';
import { parseUnit, parseUnitCode, sameFamily, type Unit, type UnitCode } from '../../kernel/index.ts';
import { attributeOf, type OrgRow, type OrgUnit } from '../../org/on-files.ts';
import type { Scheme, SchemeItem } from '../../scheme/on-files.ts';
import { PRIOR_MARK, SCHOOL_HEADS, SCHOOL_SHEET } from '../heads.ts';
import type { Shift } from './desk.ts';
import type { FormReader } from './form-sheet.ts';
import { columnOf, findHead, headWords, isTotal, textOf } from './head.ts';
import { readAnswer } from './value.ts';

interface ItemColumn {
  readonly item: SchemeItem;
  readonly unit: Unit | undefined;
  readonly written: string;
}

export interface SchoolTable {
  readonly sheet: Sheet;
  readonly shift: Shift;
  readonly headRow: number;
  readonly code: number | undefined;
  readonly name: number | undefined;
  readonly zone: number | undefined;
  readonly attributes: ReadonlyMap<number, string>;
  readonly items: ReadonlyMap<number, ItemColumn>;
  readonly unknown: ReadonlyMap<number, string>;
}

/** Undefined when the sheet is no school list. */
export function findSchoolTable(sheet: Sheet, scheme: Scheme, byName: FormReader['byName']): SchoolTable | undefined {
  const head = findHead(sheet, [SCHOOL_HEADS.code]) ?? findHead(sheet, [SCHOOL_HEADS.name]);
  if (head === undefined) return undefined;
  const codes = new Map((sheet.rows.get(head.row - 1) ?? []).map((cell) => [cell.column, headWords(cell)]));
  const [code, name, zone] = [SCHOOL_HEADS.code, SCHOOL_HEADS.name, SCHOOL_HEADS.zone].map((word) =>
    columnOf(head, word),
  );
  const [attributes, items, unknown] = [
    new Map<number, string>(),
    new Map<number, ItemColumn>(),
    new Map<number, string>(),
  ];
  for (const [column, words] of head.words) {
    if (words === '' || column === code || column === name || column === zone) continue;
    const [, title = words, written = ''] = /^(.*)（([^（）]*)）$/u.exec(words) ?? [];
    const item =
      scheme.items.get((codes.get(column) ?? '') as SchemeItem['code']) ?? byName.get(title) ?? byName.get(words);
    if (item !== undefined) {
      const unit = written === '' ? item.unit : parseUnit(written);
      items.set(column, { item, unit: unit !== undefined && sameFamily(unit, item.unit) ? unit : undefined, written });
    } else if (codes.get(column)) unknown.set(column, words);
    else attributes.set(column, attributeOf(words));
  }
  // A ledger of schools has their names too, but asks none of the items.
  if (items.size === 0) return undefined;
  return {
    sheet,
    shift: isPriorSheet(sheet, head.row) ? -1 : 0,
    headRow: head.row,
    code,
    name,
    zone,
    attributes,
    items,
    unknown,
  };
}

/** By its name, or by its title where the sheet was renamed. */
function isPriorSheet(sheet: Sheet, headRow: number): boolean {
  const titles = [...sheet.rows].flatMap(([row, cells]) => (row < headRow ? cells.map(headWords) : []));
  return [sheet.name, ...titles.filter((words) => words.startsWith(SCHOOL_SHEET))].some((words) =>
    words.includes(PRIOR_MARK),
  );
}

const dataRows = function* (table: SchoolTable): Generator<[number, ReadonlyMap<number, Cell>]> {
  for (const [row, cells] of table.sheet.rows) {
    if (row > table.headRow) yield [row, new Map(cells.map((cell) => [cell.column, cell]))];
  }
};

const at = (cells: ReadonlyMap<number, Cell>, column: number | undefined): string =>
  column === undefined ? '' : textOf(cells.get(column));

/** A school's own code where it has one, else its county's with its name, so that two 中心小学 stay two. */
function schoolCode(code: string, name: string, county: UnitCode): UnitCode | undefined {
  return parseUnitCode(code) ?? (name === '' ? undefined : parseUnitCode(`${county}-${name}`));
}

/** The schools a list names, as units below the county or the 功能区 they stand in. */
export function schoolRows(table: SchoolTable, county: UnitCode, file: string): OrgRow[] {
  const rows: OrgRow[] = [];
  for (const [row, cells] of dataRows(table)) {
    const [stated, name] = [at(cells, table.code), at(cells, table.name)];
    const code = schoolCode(stated, name, county);
    if (code === undefined || isTotal(stated) || isTotal(name)) continue;
    const zone = at(cells, table.zone);
    const attributes: Record<string, string> = Object.create(null);
    for (const [column, attribute] of table.attributes) {
      const words = at(cells, column);
      if (words !== '') attributes[attribute] = words;
    }
    rows.push({
      code,
      name: name === '' ? code : name,
      kind: 'school',
      parent: zone === '' ? county : zone,
      attributes,
      at: { file, sheet: table.sheet.name, cell: `A${row}` },
    });
  }
  return rows;
}

export function readSchoolTable(table: SchoolTable, reader: FormReader): void {
  const { desk, file, unit: county } = reader;
  const { sheet, shift } = table;
  const head = { file, sheet: sheet.name, unit: county.code };
  for (const [column, words] of table.unknown) {
    desk.tell(
      'collect.column.unknown',
      'error',
      { ...head, cell: printAddress({ row: table.headRow, column }) },
      { column: words },
    );
  }
  for (const [column, { item, unit, written }] of table.items) {
    const place = { ...head, cell: printAddress({ row: table.headRow, column }), item: item.code };
    if (unit === undefined)
      desk.tell('collect.unitMismatch', 'error', place, { item: item.name, asked: item.unit, got: written });
    else if (unit !== item.unit)
      desk.tell('collect.unitConverted', 'warn', place, {
        item: item.name,
        asked: item.unit,
        got: unit,
        typed: '',
        converted: '',
      });
  }
  const read = [...table.items].flatMap(([column, { item, unit }]) =>
    unit === undefined || item.by.school === undefined || (shift === -1 && !item.prior)
      ? []
      : [{ column, item, unit, letters: printAddress({ row: 1, column }).slice(0, -1) }],
  );
  const seen = new Map<OrgUnit, number>();
  for (const [row, cells] of dataRows(table)) {
    const [code, name] = [at(cells, table.code), at(cells, table.name)];
    if (isTotal(code) || isTotal(name)) {
      desk.tell('collect.row.total', 'hint', { ...head, cell: `A${row}` }, { list: sheet.name });
      continue;
    }
    const school = desk.org.find(schoolCode(code, name, county.code) ?? '');
    if (school === undefined) {
      if (code + name !== '')
        desk.tell('collect.school.unknown', 'error', { ...head, cell: `A${row}` }, { code, name });
      continue;
    }
    const first = seen.get(school);
    if (first !== undefined) {
      desk.tell(
        'collect.school.double',
        'error',
        { ...head, cell: `A${row}` },
        { code: school.code, name: school.name, first },
      );
      continue;
    }
    seen.set(school, row);
    for (const { column, item, unit, letters } of read) {
      const cell = cells.get(column);
      if (cell?.formula === true) reader.formulas += 1;
      desk.state({
        unit: school,
        item,
        shift,
        answered: readAnswer(cell?.value, item, unit, cell?.formula ?? false),
        writtenUnit: unit,
        source: { kind: 'cell', file, sheet: sheet.name, cell: `${letters}${row}` },
      });
    }
  }
}
