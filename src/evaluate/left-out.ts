/**
 * The schools that a 差异系数 passes over, told wherever a value rests on one: of C2.2 for a county, which reads the
 * greatest of fourteen, and for a prefecture, which counts its counties.
 */
import { cvParts, type LeftOut } from '../engines/formula/index.ts';
import type { ItemCode, UnitCode } from '../kernel/index.ts';
import type { Scheme } from '../scheme/on-files.ts';
import type { LeftOutJson, ResultInput } from './contract.ts';
import type { Places } from './units.ts';
import type { ItemValue, ValueOf } from './values.ts';

/** Schools named in one sentence; the rest are counted. */
const NAMED = 3;

const SAID: readonly (readonly [LeftOut['why'], string])[] = [
  ['no-weight', '因学生数为0未计入'],
  ['not-applicable', '因此项不适用未计入'],
  ['condition', '按方案规定的范围不计入'],
];

const resting = new WeakMap<Scheme, ReadonlySet<ItemCode>>();

/** Items that are a 差异系数 or are made from one. */
function restingOnCv(scheme: Scheme): ReadonlySet<ItemCode> {
  const known = resting.get(scheme);
  if (known !== undefined) return known;
  const found = new Set<ItemCode>();
  const asked = new Set<ItemCode>();
  const rests = (code: ItemCode): boolean => {
    if (asked.has(code)) return found.has(code);
    asked.add(code);
    const computed = scheme.items.get(code)?.computed;
    if (computed?.kind !== 'formula') return false;
    const { text, uses } = computed.formula;
    if (cvParts(text) === undefined && uses.filter(({ item }) => rests(item)).length === 0) return false;
    found.add(code);
    return true;
  };
  for (const code of scheme.items.keys()) rests(code);
  resting.set(scheme, found);
  return found;
}

export interface LeftOutDesk {
  readonly scheme: Scheme;
  readonly places: Places;
  readonly valueAt: ValueOf;
}

/** By cause, each school once, in the order they are met. */
export function leftOutOf(
  value: ItemValue,
  { scheme, places, valueAt }: LeftOutDesk,
): readonly LeftOutJson[] | undefined {
  const rests = restingOnCv(scheme);
  if (!rests.has(value.item.code)) return undefined;
  const found = new Map<UnitCode, LeftOut['why']>();
  const gather = ({ item, unit, shift, leftOut = [] }: ItemValue): void => {
    for (const each of leftOut) found.set(each.unit, each.why);
    if (item.computed?.kind !== 'formula') return;
    for (const use of item.computed.formula.uses.filter((each) => rests.has(each.item)))
      for (const { code } of use.group === 'counties' ? places.counties(unit) : [unit])
        gather(valueAt(use.item, code, shift + use.shift));
  };
  gather(value);
  return found.size === 0 ? undefined : byCause([...found]);
}

const byCause = (found: readonly (readonly [unit: string, why: LeftOut['why']])[]): LeftOutJson[] =>
  SAID.flatMap(([why]): LeftOutJson[] => {
    const units = found.flatMap(([unit, of]) => (of === why ? [unit] : []));
    return units.length === 0 ? [] : [{ why, units }];
  });

/** `计算差异系数时，另有 3 所学校因学生数为0未计入（甲小学、乙小学、丙小学）。`; nothing where none is left out. */
export function sayLeftOut(inputs: readonly ResultInput[], places: Places): string {
  const all = inputs.flatMap(({ leftOut = [] }) => leftOut);
  const found = new Map(all.flatMap(({ why, units }) => units.map((unit) => [unit, why] as const)));
  if (found.size === 0) return '';
  return `计算差异系数时，${byCause([...found])
    .map(({ why, units }) => sayCause(why, units, places))
    .join('；')}。`;
}

function sayCause(why: LeftOut['why'], units: readonly string[], places: Places): string {
  const named = units.slice(0, NAMED).map((code) => places.unit(code as UnitCode).name);
  const more = units.length > NAMED ? '等' : '';
  const cause = SAID.find(([of]) => of === why)?.[1] ?? '';
  return `另有 ${units.length} 所学校${cause}（${named.join('、')}${more}）`;
}
