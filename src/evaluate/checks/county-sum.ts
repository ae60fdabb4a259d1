/** XF-2, XF-8: what the unit states for its whole area is what its own level and the units below add up to. */
import { absolute, compare, measure, parseDecimal, type Rational, subtract, ZERO } from '../../kernel/index.ts';
import { show } from '../print.ts';
import { type CheckKind, codesIn, found, unitsOf } from './kind.ts';

export const countySum: CheckKind = (check, bench) => {
  const [whole] = codesIn(check.params.whole, bench);
  const [rolled] = codesIn(check.params.item, bench);
  const item = rolled && bench.scheme.items.get(rolled);
  if (whole === undefined || rolled === undefined || item === undefined) return [];
  const tolerance = parseDecimal(check.params.tolerance ?? '0') ?? ZERO;
  return unitsOf(check, bench).flatMap((unit) => {
    const stated = bench.valueAt(whole, unit.code, 0).outcome;
    const made = bench.valueAt(rolled, unit.code, 0);
    if (stated.kind !== 'measure' || made.outcome.kind !== 'measure') return [];
    const difference = absolute(subtract(stated.exact, made.outcome.exact));
    if (compare(difference, tolerance) <= 0) return [];
    const said = (exact: Rational): string => show(measure(exact, item.dimension), item.unit);
    const data = { stated: said(stated.exact), sum: said(made.outcome.exact), difference: said(difference) };
    return [found(check, unit, [whole, rolled], bench, { ...data, counties: made.coverage?.of ?? 0 })];
  });
};
