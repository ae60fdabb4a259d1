/** What the data say of an item, beside what a text prints. */
import { type Interval, interval, type NumberMention, overlaps } from '../../../engines/prose/index.ts';
import type { Walk } from '../../../evaluate/on-files.ts';
import { decimal, isUnit, printMeasure, type Rational, type Unit, unitDefinition } from '../../../kernel/index.ts';
import type { SchemeItem } from '../../../scheme/on-files.ts';
import type { Material } from '../../collections.ts';

/** Exact value in base units; undefined for a gap. `shift` -1 is the year before. */
export function figureOf(
  item: SchemeItem,
  { evaluation, evaluee }: Pick<Material, 'evaluation' | 'evaluee'>,
  shift: 0 | -1 = 0,
  unit = evaluee.code,
): Rational | undefined {
  const figures = known.get(evaluation) ?? new Map<string, Rational | undefined>();
  known.set(evaluation, figures);
  const key = `${unit}\t${item.code}\t${shift}`;
  if (!figures.has(key)) figures.set(key, read(evaluation.walk(item.code, unit, shift)));
  return figures.get(key);
}

/** An evaluation never changes; a text asks for the same figures again and again. */
const known = new WeakMap<Material['evaluation'], Map<string, Rational | undefined>>();

const read = (walk: Walk | undefined): Rational | undefined =>
  walk !== undefined && 'unit' in walk.value ? decimal(walk.value.value) : undefined;

export const point = (exact: Rational): Interval => ({ low: exact, high: exact });

/** A stored value has twelve decimals, so a tie at the last digit may fall to either side. */
export const agrees = (number: Pick<NumberMention, 'value' | 'slack'>, exact: Rational): boolean =>
  overlaps(interval(number), point(exact));

/** `86.42亿元`: in the unit and with the decimals the text has, or in the item's own unit where the text's is none. */
export function printedLike(
  { digits, unit }: Pick<NumberMention, 'digits' | 'unit'>,
  exact: Rational,
  own: SchemeItem['unit'],
): string {
  const known: Unit = isUnit(unit) ? unit : own;
  const decimals = isUnit(unit) ? (/[.．](\d+)/.exec(digits)?.[1]?.length ?? 0) : unitDefinition(own).decimals;
  const { dimension } = unitDefinition(known).family;
  return `${printMeasure({ kind: 'measure', exact, dimension }, known, decimals)}${known}`;
}
