/** A change between two years in words. */
import { absolute, compare, isZero, type Measure, subtract, type Unit, ZERO } from '../../kernel/index.ts';
import { show } from '../print.ts';

/** Both years and the difference between them; of rates it is read in percentage points. */
export function sayChange(now: Measure, then: Measure, unit: Unit): string {
  const moved = subtract(now.exact, then.exact);
  const word = compare(moved, ZERO) > 0 ? '增加' : '减少';
  const difference: Measure = { ...now, exact: absolute(moved) };
  const said = isZero(moved) ? '与上年持平' : `比上年${word} ${show(difference, unit === '%' ? '个百分点' : unit)}`;
  return `上年 ${show(then, unit)}，本年 ${show(now, unit)}，${said}`;
}
