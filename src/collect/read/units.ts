/** Of whom: the register first, then the schools that lists name and, without a register, the units of files and tables. */
import { type Finding, parseUnitCode, type UnitCode } from '../../kernel/index.ts';
import { type BuiltTree, buildOrgTree, type OrgRow } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { Identified } from './accept.ts';
import { hostsInLists, type ListedSchool, unhosted } from './hosts.ts';
import { namedUnits } from './named-units.ts';
import type { Opened } from './open.ts';
import { findSchoolTable, schoolRows } from './school-sheet.ts';
import type { ItemsByName } from './table.ts';

export function unitsOf(
  opened: Pick<Opened, 'register' | 'tables'> & { readonly books: readonly Identified[] },
  scheme: Scheme,
  byName: ItemsByName,
): BuiltTree {
  const rows = new Map<string, OrgRow>();
  const again: OrgRow[] = [];
  const said: Finding[] = [];
  for (const row of opened.register ?? []) {
    if (rows.has(row.code)) again.push(row);
    else rows.set(row.code, row);
  }
  if (opened.register === undefined) {
    const named = namedUnits(opened.books, opened.tables, scheme);
    for (const row of named.units) rows.set(row.code, row);
    said.push(...named.findings);
  }
  const listed = listedSchools(opened.books, scheme, byName);
  const hosts = opened.register === undefined ? hostsInLists(rows.values(), listed) : new Map<string, UnitCode[]>();
  for (const [zone, [host]] of hosts) {
    const known = rows.get(zone);
    if (known !== undefined && known.host === undefined && host !== undefined) rows.set(zone, { ...known, host });
  }
  for (const { row } of listed) {
    const known = rows.get(row.code);
    if (known === undefined) rows.set(row.code, row);
    else if (known.at.file === row.at.file || opened.register !== undefined)
      rows.set(row.code, {
        ...known,
        attributes: Object.assign(Object.create(null), known.attributes, row.attributes),
      });
    else again.push(row);
  }
  const { tree, findings } = buildOrgTree([...rows.values(), ...again]);
  return { tree, findings: [...said, ...findings, ...unhosted(tree, hosts)] };
}

/** A county's list is read once: a second copy of the workbook names the same schools and is refused later. */
function listedSchools(books: readonly Identified[], scheme: Scheme, byName: ItemsByName): ListedSchool[] {
  const done = new Set<string>();
  return books.flatMap(({ file, book, identity }) => {
    const county = parseUnitCode(identity.unit);
    if (county === undefined || identity.part !== 'schools' || done.has(county)) return [];
    done.add(county);
    const tables = book.sheets.flatMap((sheet) => findSchoolTable(sheet, scheme, byName) ?? []);
    const rows = new Map<string, OrgRow>();
    for (const table of tables.filter(({ shift }) => shift === 0))
      for (const row of schoolRows(table, county, file)) if (!rows.has(row.code)) rows.set(row.code, row);
    return [...rows.values()].map((row) => ({ row, county }));
  });
}
