/** Forms: which items stand together on one sheet, in which order, for whom. */
import type { FormFile } from './contract.ts';
import type { SchemeNames } from './formulas.ts';
import type { Notes } from './notes.ts';
import { findOffice, type Offices } from './offices.ts';
import type { SchemeForm, SchemeItem } from './scheme.ts';

export function resolveForm(
  code: string,
  file: FormFile,
  items: ReadonlyMap<string, SchemeItem>,
  names: SchemeNames,
  offices: Offices,
  notes: Notes,
): SchemeForm {
  const path = ['forms', code];
  const listed = new Set<string>();
  const rows = file.items.flatMap((name, index) => {
    const at = [...path, 'items', index];
    if (listed.has(name)) notes.add('error', 'form.double', at, { item: name });
    listed.add(name);
    if (!names.items.has(name) && !names.broken.has(name))
      notes.add('error', 'name.unknown', at, { kind: 'item', name });
    const item = items.get(name);
    if (item !== undefined && item.by[file.level] === undefined && item.computed === undefined) {
      notes.add('error', 'form.level', at, { item: name, level: file.level });
    }
    return item ?? [];
  });
  const headings = Object.entries(file.headings ?? {}).flatMap(([name, heading]) => {
    const item = rows.find(({ code: each }) => each === name);
    if (item === undefined && !names.broken.has(name))
      notes.add('error', 'name.unknown', [...path, 'headings', name], { kind: 'item', name });
    return item === undefined ? [] : [[item.code, heading] as const];
  });
  const dept = file.dept === undefined ? undefined : findOffice(file.dept, [...path, 'dept'], offices, notes);
  return {
    code,
    name: file.name,
    level: file.level,
    ...(dept === undefined ? {} : { dept }),
    items: rows,
    headings: new Map(headings),
    ...(file.note === undefined ? {} : { note: file.note }),
  };
}
