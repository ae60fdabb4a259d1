/** What moved from last year to this: jumps, and zeros where there was something. */
import {
  absolute,
  compare,
  decimal,
  type Finding,
  multiply,
  ONE,
  printDecimal,
  rational,
  subtract,
} from '../../kernel/index.ts';
import { placeOf } from '../read/desk.ts';
import { concerned, type FigureCheck, findingAt, numberOf, parseShare, ratioOf, shown } from './checked.ts';

const MONEY: ReadonlySet<string> = new Set(['money', 'money/person', 'money/month']);
/** Below this a count moves by large shares every year: 2 cases after 1 say nothing. */
const SMALL_COUNT = rational(20n);
const HUNDRED = decimal('100');

/** `params.money` and `params.count` are the shares allowed; rates and points have no share of their own. */
export const jump: FigureCheck = (check, of) => {
  const [money, count] = [parseShare(check.params.money ?? ''), parseShare(check.params.count ?? '')];
  return concerned(check, of).flatMap((pair): Finding[] => {
    const { item } = pair;
    const years = ratioOf(pair);
    if (years === undefined || item.dimension === '' || item.dimension === 'point' || item.dimension === 'year')
      return [];
    const limit = MONEY.has(item.dimension) ? money : count;
    if (limit === undefined) return [];
    const small =
      !MONEY.has(item.dimension) &&
      compare(years.now.exact, SMALL_COUNT) < 0 &&
      compare(years.prior.exact, SMALL_COUNT) < 0;
    const change = subtract(years.ratio, ONE);
    // A share of less than nothing says nothing; a negative number has its own finding.
    const signed = years.now.exact.num <= 0n || years.prior.exact.num <= 0n;
    if (small || signed || compare(absolute(change), limit) <= 0) return [];
    return [
      findingAt(check, pair, {
        now: shown(years.now, item),
        prior: shown(years.prior, item),
        unit: item.unit,
        change: `${printDecimal(multiply(absolute(change), HUNDRED), 2)}%`,
        limit: `${printDecimal(multiply(limit, HUNDRED), 0)}%`,
        grows: change.num > 0n,
      }),
    ];
  });
};

/** 0 after or before a number that is not small may mean that nobody filled the cell. */
export const zeroOrMissing: FigureCheck = (check, of) =>
  concerned(check, of).flatMap((pair): Finding[] => {
    const { item } = pair;
    const [now, prior] = [numberOf(pair.now), numberOf(pair.prior)];
    if (item.type !== 'number' || now === undefined || prior === undefined) return [];
    const [zero, other] = now.exact.num === 0n ? [now, prior] : [prior, now];
    const small = !MONEY.has(item.dimension) && compare(other.exact, SMALL_COUNT) < 0;
    if (zero.exact.num !== 0n || other.exact.num === 0n || small) return [];
    const finding = findingAt(check, pair, {
      now: shown(now, item),
      prior: shown(prior, item),
      unit: item.unit,
      before: zero === prior,
    });
    if (zero === now || pair.prior === undefined) return [finding];
    return [{ ...finding, at: placeOf(pair.prior.source, pair.unit.code, item.code) }];
  });
