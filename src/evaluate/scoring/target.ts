/** A value against a target: by steps below it, or in proportion to it. */
import type { CompiledFormula } from '../../engines/formula/index.ts';
import {
  ceil,
  compare,
  divide,
  gap,
  isZero,
  type Measure,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from '../../kernel/index.ts';
import { showAgainst, showLimit, showPoints } from '../print.ts';
import { type Limit, sayLimit } from '../why.ts';
import { type Bench, clamp, numberAt, type Rule, type Scored, Undecided, unitFor } from './bench.ts';

/** How far the value is on the wrong side of the target; zero or less when it is reached. */
const shortfall = (value: Rational, target: Rational, direction: 'atLeast' | 'atMost'): Rational =>
  direction === 'atLeast' ? subtract(target, value) : subtract(value, target);

const asLimit = (target: Rational, direction: 'atLeast' | 'atMost'): Limit => ({
  sign: direction === 'atLeast' ? '>=' : '<=',
  exact: target,
});

function against(
  value: Measure,
  target: Measure,
  formula: CompiledFormula,
  direction: 'atLeast' | 'atMost',
  bench: Bench,
) {
  const unit = unitFor(formula, bench);
  const short = shortfall(value.exact, target.exact, direction);
  const reached = compare(short, ZERO) <= 0;
  const limit = sayLimit(asLimit(target.exact, direction), showLimit(target.exact, unit), reached);
  return { short, reached, because: `实际 ${showAgainst(value, target.exact, unit)}，${limit}` };
}

export function stepDown(rule: Rule<'stepDown'>, bench: Bench): Scored {
  const [value, target] = [numberAt(rule.value, bench), numberAt(rule.target, bench)];
  const { short, reached, because } = against(value, target, rule.value, rule.direction, bench);
  if (reached) return { points: bench.full, because };
  // 每低……扣: a step begun counts.
  const steps = rational(ceil(divide(short, rule.step)));
  const taken = multiply(steps, rule.take);
  return {
    points: clamp(subtract(bench.full, taken), bench.full),
    because: `${because}，计 ${steps.num} 档，每档扣 ${showPoints(rule.take)} 分`,
  };
}

export function proportional(rule: Rule<'proportional'>, bench: Bench): Scored {
  const [value, target] = [numberAt(rule.value, bench), numberAt(rule.target, bench)];
  const { reached, because } = against(value, target, rule.value, rule.direction, bench);
  if (reached) return { points: bench.full, because };
  const [over, under] = rule.direction === 'atLeast' ? [value.exact, target.exact] : [target.exact, value.exact];
  if (isZero(under)) throw new Undecided(gap('divided-by-zero'));
  return { points: clamp(multiply(bench.full, divide(over, under)), bench.full), because: `${because}，按比例计分` };
}
