/** Better than the year before, by nothing or by a rate. */
import { absolute, compare, divide, type Gap, gap, isZero, type Measure, subtract, ZERO } from '../../kernel/index.ts';
import { showAgainst, showLimit } from '../print.ts';
import { sayLimit } from '../why.ts';
import { type Bench, mustBeWhole, type Rule, type Scored, Undecided, unitFor } from './bench.ts';
import { sayChange } from './said-change.ts';

export function growth(rule: Rule<'growth'>, bench: Bench): Scored {
  const [now, then] = [rule.value.evaluate(bench.context), rule.value.evaluate(bench.context.prior())];
  mustBeWhole([now, then].filter((outcome): outcome is Gap => outcome.kind === 'gap'));
  if (now.kind !== 'measure' || then.kind !== 'measure') throw new Error(`a number was promised: ${rule.value.text}`);
  const change = rule.direction === 'up' ? subtract(now.exact, then.exact) : subtract(then.exact, now.exact);
  const because = sayChange(now, then, unitFor(rule.value, bench));
  if (isZero(rule.atLeast)) {
    const order = compare(change, ZERO);
    return { points: order > 0 || (order === 0 && !rule.strictly) ? bench.full : ZERO, because };
  }
  if (isZero(then.exact)) throw new Undecided(gap('divided-by-zero'));
  const rate: Measure = { kind: 'measure', dimension: '', exact: divide(change, absolute(then.exact)) };
  const order = compare(rate.exact, rule.atLeast);
  const reached = order > 0 || (order === 0 && !rule.strictly);
  const limit = sayLimit(
    { sign: rule.strictly ? '>' : '>=', exact: rule.atLeast },
    showLimit(rule.atLeast, '%'),
    reached,
  );
  return {
    points: reached ? bench.full : ZERO,
    because: `${because}，变动 ${showAgainst(rate, rule.atLeast, '%')}，${limit}`,
  };
}
