/** Which sections a round has: those the scheme declares, for each unit of their level. */
import type { RoundContext, Task } from '../../collect/index.ts';
import { levelOf, type OrgUnit } from '../../org/on-files.ts';
import type { SchemeSection } from '../../scheme/on-files.ts';

export interface SectionPlace extends Pick<Task, 'unit' | 'dept' | 'part'> {
  readonly section: SchemeSection;
  readonly of: OrgUnit;
}

/** A section goes the way of its unit's forms. */
const placeOf = (section: SchemeSection, of: OrgUnit, unit: number): SectionPlace => ({
  section,
  of,
  unit,
  dept: section.dept ?? '',
  part: 'forms',
});

/** In the order of the register, then of the scheme. */
export const sectionPlaces = ({ scheme, register }: RoundContext): readonly SectionPlace[] =>
  register.tree.units.flatMap((of) => {
    const unit = register.numberOf(of.code);
    if (unit === undefined || of.kind === 'school') return [];
    return scheme.sections.flatMap((section) => (section.level === levelOf(of) ? [placeOf(section, of, unit)] : []));
  });

export function findSectionPlace(
  { scheme, register }: RoundContext,
  code: string,
  unitCode: string,
): SectionPlace | undefined {
  const section = scheme.sections.find((each) => each.code === code);
  const of = register.tree.find(unitCode as never);
  const unit = register.numberOf(unitCode as never);
  if (section === undefined || of === undefined || unit === undefined || levelOf(of) !== section.level)
    return undefined;
  return placeOf(section, of, unit);
}
