/** Cells that look typed in another unit: an amount ten thousand times last year's, a share of 0.95 in a % cell. */
import {
  absolute,
  compare,
  decimal,
  divide,
  equal,
  type Finding,
  measure,
  ONE,
  parseDecimal,
  printExact,
  printMeasure,
  type Rational,
  rational,
  subtract,
  UNITS,
  type Unit,
  unitDefinition,
} from '../../kernel/index.ts';
import { concerned, type FigureCheck, findingAt, numberOf, parseShare, ratioOf, shown } from './checked.ts';

/** Amounts are typed in 元, 万元 or 亿元; counts only ever in 人 or 万人, so a tenfold there is a change, not a slip. */
const AMOUNTS: ReadonlySet<string> = new Set(['money', 'money/person', 'money/month', 'area']);
const PEOPLE: ReadonlySet<string> = new Set(['person', 'visit']);
const HUNDRED = rational(100n);

/** `params.factors` (numbers parted by spaces) within `params.tolerance` (a share). */
export const unitSlip: FigureCheck = (check, of) => {
  const factors = (check.params.factors ?? '').split(/\s+/u).flatMap((text) => parseDecimal(text) ?? []);
  const tolerance = parseShare(check.params.tolerance ?? '') ?? rational(0n);
  return concerned(check, of).flatMap((pair): Finding[] => {
    const { item } = pair;
    const years = ratioOf(pair);
    if (years === undefined || !(AMOUNTS.has(item.dimension) || PEOPLE.has(item.dimension))) return [];
    const factor = factors.find((each) => compare(absolute(subtract(divide(years.ratio, each), ONE)), tolerance) <= 0);
    if (factor === undefined || (PEOPLE.has(item.dimension) && !isTenThousand(factor))) return [];
    const [now, prior] = [shown(years.now, item), shown(years.prior, item)];
    const other = unitTyped(item.unit, factor) ?? '';
    const said = { name: item.name, first: `${prior}${item.unit}`, second: `${now}${item.unit}` };
    return [findingAt(check, pair, { ...said, now, prior, unit: item.unit, factor: printExact(factor) ?? '', other })];
  });
};

const TEN_THOUSAND = decimal('10000');
const isTenThousand = (factor: Rational): boolean =>
  equal(factor, TEN_THOUSAND) || equal(factor, divide(ONE, TEN_THOUSAND));

/** 亿元 for a cell of 万元 that holds a ten-thousandth of what it should. */
function unitTyped(unit: Unit, factor: Rational): Unit | undefined {
  const { family, inBase } = unitDefinition(unit);
  const wanted = divide(inBase, factor);
  return UNITS.find((each) => {
    const other = unitDefinition(each);
    return other.family === family && equal(other.inBase, wanted);
  });
}

/** In %: nothing that was above 1 % last year, or has no last year, stands between 0 and 1; nothing reaches 1,000. */
export const percentEntry: FigureCheck = (check, of) =>
  concerned(check, of).flatMap((pair): Finding[] => {
    const now = numberOf(pair.now);
    if (pair.item.unit !== '%' || now === undefined || now.exact.num <= 0n) return [];
    const prior = numberOf(pair.prior);
    const share =
      compare(now.exact, divide(ONE, HUNDRED)) <= 0 &&
      (prior === undefined || compare(prior.exact, divide(ONE, HUNDRED)) > 0);
    const hundredfold = compare(now.exact, rational(10n)) >= 0;
    if (!share && !hundredfold) return [];
    const meant = share
      ? { ...now, exact: rational(now.exact.num * 100n, now.exact.den) }
      : measure(divide(now.exact, HUNDRED));
    const plain = (value: typeof now): string => printMeasure(value, '%').replace(/\.?0+$/, '');
    return [findingAt(check, pair, { value: plain(now), meant: plain(meant) })];
  });
