/** How a value may be printed at a blank: in the unit that stands behind it, with as many decimals as the blank has. */
import { isUnit, type Unit, unitDefinition } from '../../kernel/index.ts';
import type { SchemeItem } from '../../scheme/on-files.ts';
import type { Asking } from './contract.ts';
import { unitOfText } from './items.ts';

const MONEY: readonly Unit[] = ['亿元', '万元', '元'];

/** `XXX.XX` has two decimals, `XX` none that it says. */
const decimalsOf = (text: string): number | undefined => /[.．]([XＸx×*\d]+)$/u.exec(text)?.[1]?.length;

/** Likeliest first. */
export function formatsFor(asking: Asking, item: SchemeItem): readonly string[] {
  if (item.type === 'text') return ['文字'];
  const said = unitOfText(asking.unit) ?? (asking.kind === 'money' ? '万元' : undefined);
  const unit = said !== undefined && sameFamily(said, item.unit) ? said : item.unit;
  const shown = decimalsOf(asking.text.slice(asking.start, asking.end));
  const { decimals, family } = unitDefinition(unit);
  const first = withPlaces(unit, decimals === 0 ? 0 : (shown ?? decimals));
  const others = family.base === '元' ? MONEY.filter((each) => each !== unit).map((each) => withPlaces(each, 2)) : [];
  const rounded = decimals === 0 ? [] : [0, 1, 2].map((places) => withPlaces(unit, places));
  return [...new Set([first, ...rounded, ...others])].slice(0, 5);
}

const withPlaces = (unit: Unit, places: number): string =>
  unitDefinition(unit).decimals === 0 && places === 0 ? unit : `${unit} ${places}`;

const sameFamily = (a: string, b: string): boolean =>
  isUnit(a) && isUnit(b) && unitDefinition(a).family.dimension === unitDefinition(b).family.dimension;
