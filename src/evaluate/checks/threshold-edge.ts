/** TH-1: a value just short of its limit would be printed as the limit with one decimal less; it is not met all the same. */
import { absolute, compare, rational, subtract } from '../../kernel/index.ts';
import { show, showLimit } from '../print.ts';
import { limitOf } from '../why.ts';
import type { CheckKind } from './kind.ts';
import { found } from './kind.ts';

/** Within a tenth of a percentage point. */
const EDGE = rational(1n, 1000n);

export const thresholdEdge: CheckKind = (check, bench) =>
  bench.judged.flatMap((result) => {
    const unit = bench.places.org.find(result.code);
    if (unit === undefined) return [];
    return bench.scheme.indicators.flatMap(({ code, leaf }) => {
      const verdict = result.results.find((each) => each.code === code)?.verdict;
      if (leaf?.rule.type !== 'threshold' || leaf.value?.dimension !== '' || verdict !== 'unmet') return [];
      const limit = limitOf(leaf.rule.met);
      const value = leaf.value.evaluate(bench.context(unit));
      if (limit === undefined || value.kind !== 'measure') return [];
      if (compare(absolute(subtract(value.exact, limit.exact)), EDGE) >= 0) return [];
      const finding = found(check, unit, [], bench, { value: show(value, '%'), limit: showLimit(limit.exact, '%') });
      return [{ ...finding, at: { ...finding.at, indicator: code } }];
    });
  });
