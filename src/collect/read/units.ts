/** Of whom: the register first, then the schools that lists name and, without a register, the units of files and tables. */
import { parseUnitCode } from '../../kernel/index.ts';
import { type BuiltTree, buildOrgTree, type OrgRow } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { Identified } from './accept.ts';
import type { Opened } from './open.ts';
import { findSchoolTable, schoolRows } from './school-sheet.ts';
import { type ItemsByName, tableUnits } from './table.ts';

export function unitsOf(
  opened: Pick<Opened, 'register' | 'tables'> & { readonly books: readonly Identified[] },
  scheme: Scheme,
  byName: ItemsByName,
): BuiltTree {
  const rows = new Map<string, OrgRow>();
  const again: OrgRow[] = [];
  for (const row of opened.register ?? []) {
    if (rows.has(row.code)) again.push(row);
    else rows.set(row.code, row);
  }
  if (opened.register === undefined)
    for (const row of namedByBooks(opened.books)) if (!rows.has(row.code)) rows.set(row.code, row);
  const names = new Set([...rows.values()].flatMap(({ code, name }) => [code as string, name]));
  if (opened.register === undefined) {
    for (const table of opened.tables)
      for (const row of tableUnits(table, scheme, (unit) => names.has(unit))) {
        rows.set(row.code, row);
        names.add(row.name);
      }
  }
  for (const row of listedSchools(opened.books, scheme, byName)) {
    const known = rows.get(row.code);
    if (known === undefined) rows.set(row.code, row);
    else if (known.at.file === row.at.file || opened.register !== undefined)
      rows.set(row.code, {
        ...known,
        attributes: Object.assign(Object.create(null), known.attributes, row.attributes),
      });
    else again.push(row);
  }
  return buildOrgTree([...rows.values(), ...again]);
}

/** Counties stand below the prefecture that files beside them. */
function namedByBooks(books: readonly Identified[]): OrgRow[] {
  const rows = new Map<string, OrgRow>();
  for (const { file, identity } of books) {
    const code = parseUnitCode(identity.unit);
    if (code === undefined || rows.has(code)) continue;
    const kind = identity.kind ?? (identity.dept === undefined ? 'county' : 'prefecture');
    rows.set(code, { code, name: identity.name ?? code, kind, attributes: {}, at: { file } });
  }
  const [top, second] = [...rows.values()].filter(({ kind }) => kind === 'prefecture');
  if (top === undefined || second !== undefined) return [...rows.values()];
  return [...rows.values()].map((row) => (row === top ? row : { ...row, parent: top.code }));
}

/** A county's list is read once: a second copy of the workbook names the same schools and is refused later. */
function listedSchools(books: readonly Identified[], scheme: Scheme, byName: ItemsByName): OrgRow[] {
  const done = new Set<string>();
  return books.flatMap(({ file, book, identity }) => {
    const county = parseUnitCode(identity.unit);
    if (county === undefined || identity.part !== 'schools' || done.has(county)) return [];
    done.add(county);
    const tables = book.sheets.flatMap((sheet) => findSchoolTable(sheet, scheme, byName) ?? []);
    const rows = new Map<string, OrgRow>();
    for (const table of tables.filter(({ shift }) => shift === 0))
      for (const row of schoolRows(table, county, file)) if (!rows.has(row.code)) rows.set(row.code, row);
    return [...rows.values()];
  });
}
