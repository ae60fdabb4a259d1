/** A value made from the units below: added, or held by all of them. */
import type { Outcome } from '../engines/formula/index.ts';
import { type Gap, gap, joinGaps, measure, measureOf, type Rational, ZERO } from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import type { SchemeItem } from '../scheme/on-files.ts';
import { sumExactly } from './sum.ts';
import { levelOf } from './units.ts';
import { type Head, type ItemValue, isGap, skipped, stated, type ValueOf, type ValueSources } from './values.ts';

/** The unit's own level, where one is asked for, and the units below. One that is missing makes the total a gap. */
export function total(head: Head, below: readonly OrgUnit[], sources: ValueSources, valueAt: ValueOf): ItemValue {
  const { item, unit, shift } = head;
  const own = item.by[levelOf(unit)] === undefined ? undefined : stated(head, sources);
  const { steps, rest } = sumPlain(head, below, sources);
  const lower = rest.map((part) => valueAt(item.code, part.code, shift));
  const plain = below.length - rest.length;
  return {
    ...head,
    how: 'sum',
    ...addUp(item, own === undefined ? [] : [own], lower, { count: plain, sum: amountOf(steps, item) }),
    ...(own === undefined ? {} : { own }),
    parts: below.map(({ code }) => ({ item: item.code, unit: code, shift })),
  };
}

const amountOf = (steps: bigint, { unit }: SchemeItem): Rational => measureOf({ kind: 'quantity', steps, unit }).exact;

/** Adds what schools stated as whole base steps; whatever is not a plain number of this year is left to the rest. */
function sumPlain(
  { item, shift }: Head,
  below: readonly OrgUnit[],
  { snapshot }: ValueSources,
): { readonly steps: bigint; readonly rest: readonly OrgUnit[] } {
  if (item.type !== 'number' || shift !== 0) return { steps: 0n, rest: below };
  let steps = 0n;
  const rest = below.filter((part) => {
    const value = part.kind === 'school' ? snapshot.figure(item.code, part.code, shift)?.value : undefined;
    if (value?.kind !== 'quantity') return true;
    steps += value.steps;
    return false;
  });
  return { steps, rest };
}

const NOTHING = { count: 0, sum: ZERO };

export function addUp(
  item: SchemeItem,
  own: readonly ItemValue[],
  lower: readonly ItemValue[],
  plain: { readonly count: number; readonly sum: Rational } = NOTHING,
): Pick<ItemValue, 'outcome' | 'coverage'> {
  const counted = [...own, ...lower].filter((part) => !skipped(part));
  const gaps = counted.map(({ outcome }) => outcome).filter(isGap);
  if (item.type === 'truth') return { outcome: allOf(counted, gaps) };
  const numbers = counted.flatMap(({ outcome }) => (outcome.kind === 'measure' ? [outcome.exact] : []));
  const sum = measure(sumExactly([plain.sum, ...numbers]), item.dimension);
  const asked = lower.filter((part) => !skipped(part));
  const missing = asked.filter(({ outcome }) => isGap(outcome)).map(({ unit }) => unit);
  const of = asked.length + plain.count;
  const coverage = { of, reported: of - missing.length, missing, sumOfReported: sum };
  const whole = counted.length + plain.count === 0 ? gap('not-applicable') : sum;
  return { outcome: joinGaps(gaps) ?? whole, coverage };
}

function allOf(counted: readonly ItemValue[], gaps: readonly Gap[]): Outcome {
  if (counted.some(({ outcome }) => outcome.kind === 'truth' && !outcome.truth)) return { kind: 'truth', truth: false };
  return joinGaps(gaps) ?? (counted.length === 0 ? gap('not-applicable') : { kind: 'truth', truth: true });
}
