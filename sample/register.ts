/** 单位名录: everyone the evaluation speaks of, parents before children, schools after their government. */
import { parseUnitCode, type UnitCode } from '../src/kernel/index.ts';
import type { OrgUnit } from '../src/org/on-files.ts';
import type { CleanSample } from './clean.ts';
import type { School } from './model.ts';
import { PREFECTURE, ZONE } from './places.ts';

const codeOf = (text: string): UnitCode => {
  const code = parseUnitCode(text);
  if (code === undefined) throw new Error(`not a unit code: ${text}`);
  return code;
};

const schoolUnit = ({ code, name, parent, type, ownership, area, boarding }: School): OrgUnit => ({
  code: codeOf(code),
  name,
  kind: 'school',
  parent: codeOf(parent),
  attributes: { type, ownership, area, boarding },
});

export function registerOf({ own, counties, zone }: CleanSample): OrgUnit[] {
  const prefecture = codeOf(PREFECTURE.code);
  const governments: OrgUnit[] = [
    { code: prefecture, name: PREFECTURE.name, kind: 'prefecture', attributes: {} },
    ...counties.map(
      ({ of }): OrgUnit => ({
        code: codeOf(of.code),
        name: of.name,
        kind: 'county',
        parent: prefecture,
        attributes: {},
      }),
    ),
    {
      code: codeOf(zone.of.code),
      name: zone.of.name,
      kind: 'zone',
      parent: prefecture,
      host: codeOf(ZONE.host),
      attributes: {},
    },
  ];
  return [...governments, ...[own, ...counties].flatMap(({ of }) => of.schools.map(schoolUnit))];
}
