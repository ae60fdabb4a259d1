/**
 * Opens a workbook of Excel or WPS and takes every value as it is shown: cached results, never formulas.
 *
 * 1. the gate              (bytes)          => OfficePackage
 * 2. what sheets share     (package)        => strings, formats, date system
 * 3. each sheet, one pass  (part, shared)   => Sheet
 * 4. custom properties     (package)        => who this workbook says it is
 */
import { type OfficePackage, readPackage, walkXml, type XmlEvents } from '../ooxml/index.ts';
import type { CellValue, Sheet, Workbook } from './contract.ts';
import type { Shown } from './number-format.ts';
import { SheetProblem } from './problem.ts';
import { readProperties } from './properties.ts';
import { CellDesk, CellTable, type Surroundings, sheetEvents } from './read-sheet.ts';
import { splitRegular } from './regular-rows.ts';
import { sharedStringEvents } from './shared-strings.ts';
import { styleEvents } from './styles.ts';

/** Throws problems `ooxml.*` and `sheet.*`, each naming `file`. */
export function readWorkbook(bytes: Uint8Array, file: string): Workbook {
  const office = readPackage(bytes, 'xlsx', file);
  const walk = (part: string, events: XmlEvents): void => walkXml(office.bytes(part), { file, part }, events);
  const main = targetOf(office, '', 'officeDocument') ?? '';
  const { listed, is1904 } = readSheetList(main, walk);
  const shared: CellValue[] = [];
  const shown: Shown[] = [];
  const strings = targetOf(office, main, 'sharedStrings');
  const styles = targetOf(office, main, 'styles');
  if (strings !== undefined) walk(strings, sharedStringEvents(shared));
  if (styles !== undefined) walk(styles, styleEvents(shown));
  const around: Surroundings = { file, shared, shown, is1904, count: 0 };
  const parts = new Map(office.relations(main).map((relation) => [relation.id, relation]));
  const sheets: Sheet[] = [];
  for (const { name, hidden, relation } of listed) {
    const target = parts.get(relation);
    // Chart and dialog sheets have no cells.
    if (target === undefined || !target.type.endsWith('/worksheet')) continue;
    sheets.push(readSheet(office, target.target, new CellTable(name, hidden), around, walk));
  }
  if (sheets.length === 0) throw SheetProblem.noSheets({ file });
  const custom = targetOf(office, '', 'custom-properties');
  return { sheets, properties: custom === undefined ? {} : readProperties(custom, walk), findings: office.findings };
}

/** Rows in their usual form are scanned; the rest of the part, and any sheet written otherwise, passes the gate event by event. */
function readSheet(
  office: OfficePackage,
  part: string,
  table: CellTable,
  around: Surroundings,
  walk: (part: string, events: XmlEvents) => void,
): CellTable {
  const regular = splitRegular(office.bytes(part));
  if (regular === undefined) {
    walk(part, sheetEvents(new CellDesk(table, around)));
    return table;
  }
  const desk = new CellDesk(table, around);
  walkXml(regular.shell, { file: around.file, part }, sheetEvents(desk));
  for (const row of regular.rows) {
    desk.row(row.r);
    for (const { ref, type, style, raw, formula } of row.cells) desk.cell(ref, type, style, raw, formula);
  }
  return table;
}

/** Relation types end alike in transitional and strict files. */
const targetOf = (office: OfficePackage, of: string, kind: string): string | undefined =>
  office.relations(of).find(({ type, external }) => !external && type.toLowerCase().endsWith(`/${kind.toLowerCase()}`))
    ?.target;

interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

function readSheetList(main: string, walk: (part: string, events: XmlEvents) => void) {
  const listed: ListedSheet[] = [];
  let is1904 = false;
  walk(main, {
    open({ local, attributes }) {
      if (local === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.date1904?.value ?? '');
      if (local !== 'sheet') return;
      const relation = Object.values(attributes).find((each) => each.local === 'id' && each.prefix !== '');
      const state = attributes.state?.value ?? 'visible';
      listed.push({
        name: attributes.name?.value ?? '',
        hidden: state !== 'visible',
        relation: relation?.value ?? '',
      });
    },
  });
  return { listed, is1904 };
}
