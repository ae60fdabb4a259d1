/**
 * Whose list a school stands in: of the county it stands below, or of the county that hosts its 功能区, in whose
 * statistics it is counted. One unit states it and nobody else; a hosted zone has no list of its own.
 */
import type { OrgTree, OrgUnit } from '../../org/on-files.ts';

export function listerOf({ parent: above }: Pick<OrgUnit, 'parent'>, tree: OrgTree): OrgUnit | undefined {
  const parent = above === undefined ? undefined : tree.find(above);
  if (parent?.kind !== 'zone' || parent.host === undefined) return parent;
  return tree.find(parent.host) ?? parent;
}

/** Its own schools first, then those of each zone it hosts. */
export function listedSchools(tree: OrgTree, unit: OrgUnit): readonly OrgUnit[] {
  const hosted = tree.units.filter(({ kind, host }) => kind === 'zone' && host === unit.code);
  const schools = [unit, ...hosted].flatMap(({ code }) => tree.children(code).filter(({ kind }) => kind === 'school'));
  return [...new Set(schools)].filter((school) => listerOf(school, tree)?.code === unit.code);
}
