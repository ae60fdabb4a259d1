/**
 * XF-9: per-student amounts times students come near the total. The students of the finance statistics are not those
 * of the school year, so a difference within the tolerance (15 %, unsourced) says nothing.
 */
import {
  absolute,
  compare,
  divide,
  isZero,
  measure,
  multiply,
  ONE,
  parseDecimal,
  rational,
  subtract,
} from '../../kernel/index.ts';
import { show } from '../print.ts';
import { sumExactly } from '../sum.ts';
import { type CheckKind, codesIn, found, unitsOf } from './kind.ts';

const USUAL_TOLERANCE = rational(15n, 100n);

export const perStudentAgrees: CheckKind = (check, bench) => {
  const [total] = codesIn(check.params.total, bench);
  const amounts = codesIn(check.params.amounts, bench);
  const students = codesIn(check.params.students, bench);
  const item = total && bench.scheme.items.get(total);
  if (total === undefined || item === undefined || amounts.length !== students.length) return [];
  const stated = parseDecimal((check.params.tolerance ?? '').replace('%', ''));
  const tolerance = stated === undefined ? USUAL_TOLERANCE : multiply(stated, rational(1n, 100n));
  return unitsOf(check, bench).flatMap((unit) => {
    const products = amounts.flatMap((amount, index) => {
      const count = students[index];
      const each = bench.valueAt(amount, unit.code, 0).outcome;
      const of = count && bench.valueAt(count, unit.code, 0).outcome;
      return each.kind === 'measure' && of?.kind === 'measure' ? [multiply(each.exact, of.exact)] : [];
    });
    const whole = bench.valueAt(total, unit.code, 0).outcome;
    if (products.length < amounts.length || whole.kind !== 'measure' || isZero(whole.exact)) return [];
    const sum = sumExactly(products);
    const off = absolute(subtract(divide(sum, whole.exact), ONE));
    if (compare(off, tolerance) <= 0) return [];
    const data = {
      sum: show(measure(sum, item.dimension), item.unit),
      total: show(whole, item.unit),
      off: show(measure(off), '%'),
    };
    return [found(check, unit, [total], bench, data)];
  });
};
