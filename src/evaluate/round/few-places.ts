/** A leaf as it is sent: of a gap a few of the places it comes from, and how many there are; a prefecture has thousands. */
import type { GapJson, IndicatorResult } from '../contract.ts';

/** Enough to see what kind of figure is missing; the findings name each. */
const PLACES_SENT = 20;

export const withFewPlaces = (leaf: IndicatorResult): IndicatorResult => ({
  ...leaf,
  ...(leaf.value === undefined ? {} : { value: fewPlaces(leaf.value) }),
  inputs: leaf.inputs.map((input) => ({ ...input, value: fewPlaces(input.value) })),
});

export function fewPlaces<V extends object>(value: V | GapJson): V | GapJson {
  if (!('from' in value) || value.from.length <= PLACES_SENT) return value;
  return { ...value, from: value.from.slice(0, PLACES_SENT), places: value.from.length };
}
