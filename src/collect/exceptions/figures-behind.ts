/** Every figure of its unit that a finding was found in, both years: also those a computed item is made from. */
import { type Finding, type ItemCode, measureOf, printMeasure, withThousands } from '../../kernel/index.ts';
import type { Scheme, SchemeItem } from '../../scheme/on-files.ts';
import type { CheckedFigure, Figures } from '../check/checked.ts';
import { type FigureBehind, statedBy } from './granted.ts';

/** As whoever decides reads it, in the item's unit. */
export interface ShownBehind extends FigureBehind {
  readonly shown: string;
}

export function figuresBehind({ at, data }: Finding, { pairs }: Figures, scheme: Scheme): readonly ShownBehind[] {
  const named = Array.isArray(data.items) ? data.items : [at.item];
  const own = pairs.filter(({ unit }) => unit.code === at.unit);
  return statedItems(named as readonly ItemCode[], scheme).flatMap((item) => {
    const pair = own.find((each) => each.item.code === item.code);
    const years = item.prior ? (['now', 'prior'] as const) : (['now'] as const);
    return years.map((year) => ({
      item: item.code,
      year,
      stated: statedBy(pair?.[year]),
      shown: shownAs(pair?.[year], item),
    }));
  });
}

/** Of a computed item, those its formula reads. */
function statedItems(codes: readonly ItemCode[], { items }: Scheme): readonly SchemeItem[] {
  // A set grows while it is walked.
  const met = new Set(codes);
  for (const code of met) {
    const computed = items.get(code)?.computed;
    if (computed?.kind === 'formula') for (const use of computed.formula.uses) met.add(use.item);
  }
  return [...met].flatMap((code) => {
    const item = items.get(code);
    return item === undefined || item.computed !== undefined ? [] : [item];
  });
}

function shownAs(figure: CheckedFigure | undefined, { unit, type }: SchemeItem): string {
  const value = figure?.value;
  if (value?.kind !== 'quantity' || type === 'truth') return figure?.typed.text ?? '';
  return withThousands(printMeasure(measureOf(value), unit));
}
