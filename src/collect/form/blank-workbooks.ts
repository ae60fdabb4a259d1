/** The workbooks of a whole register, empty, each under the name of its file. */
import type { WorkbookPlan } from '../../engines/sheet/index.ts';
import { type OrgTree, type OrgUnit, registerWorkbook } from '../../org/on-files.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import { partsAsked } from './parts-asked.ts';
import { formWorkbook, schoolWorkbook, workbookName } from './workbook.ts';

export interface BlankWorkbook {
  readonly name: string;
  readonly plan: WorkbookPlan;
}

/** With the register they belong to, by which those are told who hand in nothing. */
export function blankWorkbooks(scheme: Scheme, org: OrgTree): readonly BlankWorkbook[] {
  const named = Map.groupBy(org.units, ({ name }) => name);
  /** Two counties of one name get their codes into the names of their files. */
  const fileName = (unit: OrgUnit, part?: string): string => {
    const alike = (named.get(unit.name)?.length ?? 0) > 1;
    return workbookName(alike ? { ...unit, name: `${unit.name}（${unit.code}）` } : unit, scheme.year, part);
  };
  const books = org.units.flatMap((unit) =>
    partsAsked(scheme, unit, org).map(({ part, dept }): BlankWorkbook => {
      if (part === 'schools') return { name: fileName(unit, '学校'), plan: schoolWorkbook(scheme, org, unit) };
      const bureau = dept === undefined ? undefined : (scheme.departments.get(dept)?.name ?? dept);
      return { name: fileName(unit, bureau), plan: formWorkbook(scheme, unit, dept) };
    }),
  );
  return [{ name: '单位名录.xlsx', plan: registerWorkbook(org.units) }, ...books];
}
