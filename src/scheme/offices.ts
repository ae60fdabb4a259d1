/** Departments, and who states an item or a ledger at which level. */
import { type DeptCode, parseDeptCode } from '../kernel/index.ts';
import type { Level } from './contract.ts';
import type { Notes, Path } from './notes.ts';

export type Offices = ReadonlyMap<string, { readonly code: DeptCode; readonly name: string }>;

export function resolveOffices(files: Readonly<Record<string, { name: string }>>, notes: Notes): Offices {
  return new Map(
    Object.entries(files).flatMap(([key, { name }]) => {
      const code = parseDeptCode(key);
      if (code === undefined) notes.add('error', 'code.form', ['departments', key], { kind: 'dept', code: key });
      return code === undefined ? [] : [[key, { code, name }] as const];
    }),
  );
}

export function findOffice(name: string, path: Path, offices: Offices, notes: Notes): DeptCode | undefined {
  const found = offices.get(name)?.code;
  if (found === undefined) notes.add('error', 'name.unknown', path, { kind: 'dept', name });
  return found;
}

/** `school: school` is the school itself; every other level names a department. */
export function resolveBy(
  file: Readonly<Partial<Record<Level, string | undefined>>>,
  path: Path,
  offices: Offices,
  notes: Notes,
): Partial<Record<Level, DeptCode>> {
  const by: Partial<Record<Level, DeptCode>> = {};
  for (const [level, name = ''] of Object.entries(file) as [Level, string][]) {
    const code =
      level === 'school' && name === 'school' ? (name as DeptCode) : findOffice(name, [...path, level], offices, notes);
    if (code !== undefined) by[level] = code;
  }
  return by;
}
