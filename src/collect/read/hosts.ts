/**
 * The county that hosts a 功能区. The register says it; without one, the county whose list names the zone's schools is
 * it. A zone whose schools nobody hosts is told: they would be missing from every total without a word.
 */
import type { Finding, UnitCode } from '../../kernel/index.ts';
import type { OrgRow, OrgTree } from '../../org/on-files.ts';

export interface ListedSchool {
  readonly row: OrgRow;
  /** Whose list names it. */
  readonly county: UnitCode;
}

/** Zones by code with the counties that list schools of theirs. */
export function hostsInLists(
  units: Iterable<OrgRow>,
  listed: readonly ListedSchool[],
): ReadonlyMap<string, readonly UnitCode[]> {
  const countiesOf = Map.groupBy(listed, ({ row }) => row.parent ?? '');
  const hosts = new Map<string, readonly UnitCode[]>();
  for (const { kind, code, name } of units) {
    const schools = kind === 'zone' ? [...(countiesOf.get(code) ?? []), ...(countiesOf.get(name) ?? [])] : [];
    const counties = new Set(schools.map(({ county }) => county).filter((county) => county !== code));
    if (counties.size > 0) hosts.set(code, [...counties]);
  }
  return hosts;
}

/** `hosts`: what the lists say, where there is no register. */
export function unhosted(tree: OrgTree, hosts: ReadonlyMap<string, readonly UnitCode[]>): Finding[] {
  return tree.units.flatMap(({ kind, code, name, host, parent, at }): Finding[] => {
    if (kind !== 'zone') return [];
    const several = hosts.get(code) ?? [];
    const lone = host === undefined && tree.find(parent ?? '')?.kind !== 'county';
    if (several.length < 2 && (!lone || tree.below(code, 'school').length === 0)) return [];
    const names = several.map((county) => tree.find(county)?.name ?? county);
    const place = at?.file === undefined ? {} : { file: at.file };
    return [
      { code: 'collect.zoneHost', severity: 'error', at: { ...place, unit: code }, data: { of: name, hosts: names } },
    ];
  });
}
