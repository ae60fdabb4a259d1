/** The workbooks of a whole register, empty, each under the name of its file. */
import type { WorkbookPlan } from '../../engines/sheet/index.ts';
import { levelOf, type OrgTree, type OrgUnit, registerWorkbook } from '../../org/on-files.ts';
import type { Scheme, SchemeItem } from '../../scheme/on-files.ts';
import { BLANK, type FormContent } from './content.ts';
import { partsAsked } from './parts-asked.ts';
import { formWorkbook, schoolWorkbook, workbookName } from './workbook.ts';

export interface BlankWorkbook {
  readonly name: string;
  readonly plan: WorkbookPlan;
}

/** What a unit stated of an item for the year before, in the item's unit; undefined where that is not known. */
export type PriorOf = (item: SchemeItem, unit: OrgUnit) => string | undefined;

/** With the register they belong to, by which those are told who hand in nothing. */
export function blankWorkbooks(
  scheme: Scheme,
  org: OrgTree,
  priorOf: PriorOf = () => undefined,
): readonly BlankWorkbook[] {
  const asked = [...scheme.items.values()].filter(({ prior }) => prior);
  const content = (unit: OrgUnit): FormContent => {
    const known = asked
      .filter((item) => !isMadeBelow(item, unit))
      .map((item) => [item.code, priorOf(item, unit)] as const);
    return {
      ...BLANK,
      answers: new Map(known.flatMap(([code, prior]) => (prior === undefined ? [] : [[code, { prior }]]))),
    };
  };
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
      return { name: fileName(unit, bureau), plan: formWorkbook(scheme, unit, dept, content(unit)) };
    }),
  );
  return [{ name: '单位名录.xlsx', plan: registerWorkbook(org.units) }, ...books];
}

/** A total of the units below is not what the unit itself is asked for. */
function isMadeBelow({ by, roll }: SchemeItem, unit: OrgUnit): boolean {
  if (roll === 'apart') return false;
  const level = levelOf(unit);
  return level !== 'school' && (by.school !== undefined || (level !== 'county' && by.county !== undefined));
}
