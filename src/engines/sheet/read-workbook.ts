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
import { CellTable, type Surroundings, sheetEvents } from './read-sheet.ts';
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
    const table = new CellTable(name, hidden);
    walk(target.target, sheetEvents(table, around));
    sheets.push(table);
  }
  if (sheets.length === 0) throw SheetProblem.noSheets({ file });
  const custom = targetOf(office, '', 'custom-properties');
  return { sheets, properties: custom === undefined ? {} : readProperties(custom, walk), findings: office.findings };
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
