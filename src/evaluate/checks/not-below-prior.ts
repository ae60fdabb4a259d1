/** 只增不减 (YOY-1, YOY-2): this year's value is not below last year's. A true fall may be filed, with its reason. */
import { compare, divide, isZero, type Measure, subtract } from '../../kernel/index.ts';
import { show } from '../print.ts';
import { type CheckKind, found, unitsOf } from './kind.ts';

export const notBelowPrior: CheckKind = (check, bench) =>
  unitsOf(check, bench).flatMap((unit) =>
    check.items.flatMap((code) => {
      const [now, then] = [bench.valueAt(code, unit.code, 0), bench.valueAt(code, unit.code, -1)];
      if (now.outcome.kind !== 'measure' || then.outcome.kind !== 'measure') return [];
      if (compare(now.outcome.exact, then.outcome.exact) >= 0) return [];
      const fall: Measure = { ...now.outcome, exact: subtract(then.outcome.exact, now.outcome.exact) };
      const rate: Measure | undefined = isZero(then.outcome.exact)
        ? undefined
        : { kind: 'measure', dimension: '', exact: divide(fall.exact, then.outcome.exact) };
      return [
        found(check, unit, [code], bench, {
          now: show(now.outcome, now.item.unit),
          before: show(then.outcome, now.item.unit),
          by: show(fall, now.item.unit),
          rate: rate === undefined ? '' : show(rate, '%'),
        }),
      ];
    }),
  );
