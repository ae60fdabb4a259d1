/**
 * Units of measure. A unit belongs to a family with one base unit; what is counted is stored as a whole number of
 * the family's base step (money 0.01 元, area 0.01 ㎡, people and things 1), so sums are exact.
 * Families carry a dimension, so that a formula that adds 元 to 人 is refused when the scheme is checked.
 */
import { type Rational, rational } from './rational.ts';

/** What two values must share to be added or compared: base dimensions with exponents, `''` for a pure number. */
export type Dimension = string;

export interface UnitFamily {
  readonly name: string;
  readonly dimension: Dimension;
  /** The unit in which measures of this family are held. */
  readonly base: string;
  /** Smallest amount that is stored, in base units. */
  readonly step: Rational;
}

export interface UnitDefinition {
  readonly unit: Unit;
  readonly family: UnitFamily;
  /** How many base units one of this unit is. */
  readonly inBase: Rational;
  /** Decimals usually printed. */
  readonly decimals: number;
}

const cent = rational(1n, 100n);
const one = rational(1n);

function family(name: string, dimension: Dimension, base: string, step: Rational = one): UnitFamily {
  return { name, dimension, base, step };
}

const money = family('money', 'money', '元', cent);
const moneyPerPerson = family('moneyPerPerson', 'money/person', '元/人', cent);
const area = family('area', 'area', '㎡', cent);
const areaPerPerson = family('areaPerPerson', 'area/person', '㎡/人', cent);
const person = family('person', 'person', '人');
const visit = family('visit', 'visit', '人次');
/** Rates are pure numbers: 85 % is 0.85; reported to 0.01 of a percent. */
const ratio = family('ratio', '', '1', rational(1n, 10_000n));
const points = family('points', 'point', '分', cent);
const text = family('text', 'text', '文字');
const counted = (dimension: Dimension, unit: string): UnitFamily => family(dimension, dimension, unit);

const DEFINITIONS = [
  ['元', money, 1n, 1n, 2],
  ['千元', money, 1_000n, 1n, 2],
  ['万元', money, 10_000n, 1n, 2],
  ['亿元', money, 100_000_000n, 1n, 2],
  ['元/人', moneyPerPerson, 1n, 1n, 2],
  ['元/月', counted('money/month', '元/月'), 1n, 1n, 2],
  ['㎡', area, 1n, 1n, 2],
  ['万㎡', area, 10_000n, 1n, 2],
  ['㎡/人', areaPerPerson, 1n, 1n, 2],
  ['人', person, 1n, 1n, 0],
  ['名', person, 1n, 1n, 0],
  ['万人', person, 10_000n, 1n, 2],
  ['万名', person, 10_000n, 1n, 2],
  ['人次', visit, 1n, 1n, 0],
  ['万人次', visit, 10_000n, 1n, 2],
  ['所', counted('school', '所'), 1n, 1n, 0],
  ['个班', counted('class', '个班'), 1n, 1n, 0],
  ['间', counted('room', '间'), 1n, 1n, 0],
  ['个', counted('thing', '个'), 1n, 1n, 0],
  ['项', counted('thing', '个'), 1n, 1n, 0],
  ['家', counted('thing', '个'), 1n, 1n, 0],
  ['件', counted('thing', '个'), 1n, 1n, 0],
  ['份', counted('thing', '个'), 1n, 1n, 0],
  ['起', counted('thing', '个'), 1n, 1n, 0],
  ['处', counted('thing', '个'), 1n, 1n, 0],
  ['轮', counted('thing', '个'), 1n, 1n, 0],
  ['册', counted('thing', '个'), 1n, 1n, 0],
  ['台', counted('thing', '个'), 1n, 1n, 0],
  ['套', counted('thing', '个'), 1n, 1n, 0],
  ['次', counted('occasion', '次'), 1n, 1n, 0],
  ['课时', counted('period', '课时'), 1n, 1n, 0],
  ['小时', counted('time', '小时'), 1n, 1n, 1],
  ['分钟', counted('time', '小时'), 1n, 60n, 0],
  ['年', counted('year', '年'), 1n, 1n, 0],
  ['%', ratio, 1n, 100n, 2],
  ['个百分点', ratio, 1n, 100n, 2],
  ['1', ratio, 1n, 1n, 4],
  ['分', points, 1n, 1n, 2],
  ['是否', counted('yesno', '是否'), 1n, 1n, 0],
  ['文字', text, 1n, 1n, 0],
] as const satisfies readonly (readonly [string, UnitFamily, bigint, bigint, number])[];

/** Every unit a scheme, a form or a report may name. */
export type Unit = (typeof DEFINITIONS)[number][0];

const BY_UNIT: ReadonlyMap<string, UnitDefinition> = new Map(
  DEFINITIONS.map(([unit, of, num, den, decimals]) => [
    unit,
    { unit, family: of, inBase: rational(num, den), decimals },
  ]),
);

export const UNITS: readonly Unit[] = DEFINITIONS.map(([unit]) => unit);
export const isUnit = (text: string): text is Unit => BY_UNIT.has(text);

export function unitDefinition(unit: Unit): UnitDefinition {
  const found = BY_UNIT.get(unit);
  if (found === undefined) throw new Error(`unit without a definition: ${unit}`);
  return found;
}

/** Ways people write the same unit on forms. */
const SPOKEN: Readonly<Record<string, Unit>> = {
  平方米: '㎡',
  'm²': '㎡',
  m2: '㎡',
  万平方米: '万㎡',
  百分比: '%',
  '％': '%',
  百分点: '个百分点',
  '元/生': '元/人',
  '元/生·年': '元/人',
  '元/年': '元/人',
  '元/人·年': '元/人',
  班: '个班',
  '是/否': '是否',
};

/** `平方米` => `㎡`; undefined for a unit nobody declared. */
export function parseUnit(text: string): Unit | undefined {
  const trimmed = text.trim();
  return isUnit(trimmed) ? trimmed : SPOKEN[trimmed];
}

export const sameFamily = (a: Unit, b: Unit): boolean =>
  unitDefinition(a).family.base === unitDefinition(b).family.base;

/** `money/person` as exponents, so that dimensions multiply and divide. */
function exponents(dimension: Dimension): Map<string, number> {
  const result = new Map<string, number>();
  if (dimension === '') return result;
  const [over = '', under = ''] = dimension.split('/');
  for (const name of over.split('·')) if (name !== '' && name !== '1') result.set(name, (result.get(name) ?? 0) + 1);
  for (const name of under.split('·')) if (name !== '') result.set(name, (result.get(name) ?? 0) - 1);
  return result;
}

function printDimension(powers: ReadonlyMap<string, number>): Dimension {
  const names = [...powers.keys()].sort();
  const list = (sign: 1 | -1): string =>
    names.flatMap((name) => Array<string>(Math.max(0, sign * (powers.get(name) ?? 0))).fill(name)).join('·');
  const [over, under] = [list(1), list(-1)];
  return under === '' ? over : `${over === '' ? '1' : over}/${under}`;
}

/** `money` and `person` with power -1 => `money/person`. */
export function combineDimensions(a: Dimension, b: Dimension, power: 1 | -1): Dimension {
  const result = exponents(a);
  for (const [name, exponent] of exponents(b)) result.set(name, (result.get(name) ?? 0) + power * exponent);
  return printDimension(result);
}
