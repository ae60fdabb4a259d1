/** SC-1: the total a unit stated itself (拟报) is not the one computed; without a reason nobody can tell which is meant. */
import { showScore } from '../print.ts';
import { type CheckKind, found } from './kind.ts';

export const scoreStated: CheckKind = (check, bench) =>
  bench.judged.flatMap(({ code, score, bonus, selfScore }) => {
    const unit = bench.places.org.find(code);
    const difference = selfScore?.difference;
    if (unit === undefined || difference === undefined || !/[1-9]/.test(difference)) return [];
    const computed = showScore({ score, bonus });
    return [found(check, unit, check.items, bench, { stated: selfScore?.score ?? '', computed, difference })];
  });
