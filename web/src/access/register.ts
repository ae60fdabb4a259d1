/** Units and departments by name, for who gives posts in them. */
import { useMemo } from 'react';
import type { RegisterOnDay } from '../../../src/org/replies.ts';
import type { DepartmentList } from '../../../src/scheme/replies.ts';
import { useAsk } from '../shell/asking.ts';

export type UnitNamed = RegisterOnDay[number];

export interface Register {
  readonly units: readonly UnitNamed[];
  readonly departments: DepartmentList;
  nameOf(unit: number): string;
  deptName(code: string): string;
  /** By `881221 云屏县`, by the code or by a name only one unit has. */
  find(words: string): UnitNamed | undefined;
}

const NO_UNITS: RegisterOnDay = [];
const NO_DEPARTMENTS: DepartmentList = [];

export function useRegister(on?: string): Register {
  const units = useAsk<RegisterOnDay>(on === undefined ? '/register' : `/register?on=${on}`).data ?? NO_UNITS;
  const departments = useAsk<DepartmentList>('/departments').data ?? NO_DEPARTMENTS;
  return useMemo(() => {
    const names = new Map(units.map(({ unit, name }) => [unit, name]));
    const byCode = new Map<string, UnitNamed>(units.map((each) => [each.code, each]));
    return {
      units,
      departments,
      nameOf: (unit) => names.get(unit) ?? String(unit),
      deptName: (code) => departments.find((each) => each.code === code)?.name ?? code,
      find(words) {
        const [first = ''] = words.trim().split(/\s+/);
        const known = byCode.get(first);
        if (known !== undefined) return known;
        const named = units.filter(({ name }) => name === words.trim());
        return named.length === 1 ? named[0] : undefined;
      },
    };
  }, [units, departments]);
}
