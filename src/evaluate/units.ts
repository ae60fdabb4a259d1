/** Where units stand for an evaluation: their level, what lies below them, and where a 功能区 counts. */
import { type Gap, gap, type ItemCode, type UnitCode } from '../kernel/index.ts';
import type { OrgTree, OrgUnit } from '../org/on-files.ts';
import type { Level, SchemeItem } from '../scheme/on-files.ts';

/** A 功能区 is judged like a county. */
export const levelOf = (unit: OrgUnit): Level => (unit.kind === 'zone' ? 'county' : unit.kind);

/** What is owed where no school of a county is known: not one figure, the list itself. */
export const SCHOOL_LIST = '学校名单' as ItemCode;

export const listsMissing = (unlisted: readonly OrgUnit[], year: number): Gap =>
  gap(
    'missing',
    unlisted.map(({ code }) => ({ item: SCHOOL_LIST, unit: code, period: `calendar(${year})` })),
  );

export interface Places {
  readonly org: OrgTree;
  unit(code: UnitCode): OrgUnit;
  /** Counties and 功能区 strictly below. */
  counties(of: OrgUnit): readonly OrgUnit[];
  /** Schools at or below, with those of a 功能区 that the county hosts. */
  schools(of: OrgUnit): readonly OrgUnit[];
  /** Counties at or below of which no school is known: their lists did not come. A 功能区 may well have none. */
  unlisted(of: OrgUnit): readonly OrgUnit[];
  /** Units whose values make up the unit's total of the item, its own level apart; each figure is met once. */
  partsOf(item: SchemeItem, of: OrgUnit): readonly OrgUnit[];
  /** The unit and all below, with hosted 功能区 where the item counts them there. */
  within(of: OrgUnit, hosted: boolean): readonly OrgUnit[];
}

export function placesOf(org: OrgTree): Places {
  const byCode = new Map(org.units.map((unit) => [unit.code, unit]));
  const zones = org.units.filter(({ kind }) => kind === 'zone');
  const hostedBy = (of: OrgUnit): readonly OrgUnit[] =>
    zones.filter(({ host, parent }) => host === of.code && parent !== of.code);
  const memo = new Map<string, readonly OrgUnit[]>();
  const once = (key: string, make: () => readonly OrgUnit[]): readonly OrgUnit[] => {
    const known = memo.get(key) ?? make();
    memo.set(key, known);
    return known;
  };

  const counties = (of: OrgUnit) =>
    once(`counties ${of.code}`, () => {
      const all = new Set([...org.below(of.code, 'county'), ...org.below(of.code, 'zone')]);
      return org.units.filter((unit) => unit.code !== of.code && all.has(unit));
    });
  const schools = (of: OrgUnit) =>
    once(`schools ${of.code}`, () => {
      const inside = [of, ...hostedBy(of)].flatMap((unit) => org.below(unit.code, 'school'));
      return [...new Set(inside)];
    });
  const unlisted = (of: OrgUnit) =>
    once(`unlisted ${of.code}`, () =>
      [of, ...counties(of)].filter((unit) => unit.kind === 'county' && schools(unit).length === 0),
    );
  const countsBelow = (item: SchemeItem, unit: OrgUnit): boolean => unit.kind !== 'zone' || item.zone === 'apart';

  return {
    org,
    counties,
    schools,
    unlisted,
    unit(code) {
      const unit = byCode.get(code);
      if (unit === undefined) throw new Error(`no such unit: ${code}`);
      return unit;
    },
    partsOf(item, of) {
      const level = levelOf(of);
      if (level === 'school') return [];
      return once(`parts ${of.code} ${item.zone} ${item.by.county ?? ''} ${item.by.school ?? ''}`, () => {
        if (level === 'county') {
          if (item.by.school === undefined) return [];
          return item.zone === 'host' ? schools(of) : org.below(of.code, 'school');
        }
        if (level === 'province') return org.below(of.code, 'prefecture');
        if (item.by.county === undefined && item.by.school === undefined) return [];
        const direct =
          item.by.school === undefined ? [] : org.children(of.code).filter(({ kind }) => kind === 'school');
        return [...counties(of).filter((unit) => countsBelow(item, unit)), ...direct];
      });
    },
    within: (of, hosted) =>
      once(`within ${of.code} ${hosted}`, () => {
        const found: OrgUnit[] = hosted ? [of, ...hostedBy(of)] : [of];
        const seen = new Set(found);
        for (const unit of found) {
          for (const child of org.children(unit.code)) {
            if (!seen.has(child)) found.push(child);
            seen.add(child);
          }
        }
        return found;
      }),
  };
}
