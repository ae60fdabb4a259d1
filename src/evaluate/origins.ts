/**
 * Where a value comes from in the end. What schools stated is read from the snapshot, not made into values first: a
 * report asks this of hundreds of totals over 2,000 schools.
 */
import type { Figure, Source } from '../kernel/index.ts';
import type { Origin, Origins } from './contract.ts';
import { sourceOf } from './inputs.ts';
import type { LeftOutDesk } from './left-out.ts';
import type { ProofsOf } from './proofs.ts';
import type { Snapshot } from './snapshot.ts';
import { type ItemValue, statedAs } from './values.ts';

export interface OriginDesk extends LeftOutDesk {
  readonly snapshot: Snapshot;
  readonly proofsOf: ProofsOf;
}

export function originsOf(value: ItemValue, desk: OriginDesk): Origins {
  const found = { sources: [], listed: [], evidence: [] };
  gather(value, desk, found);
  return found;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

function gather(value: ItemValue, desk: OriginDesk, into: Mutable<Origins>): void {
  const source = sourceOf(value);
  if (source !== undefined) into.sources.push(originOf(source, value.figure));
  for (const { at } of value.counted ?? []) if (at !== undefined) into.listed.push(at);
  into.evidence.push(...desk.proofsOf(statedAs(value), value.unit.code));
  if (value.own !== undefined) gather(value.own, desk, into);
  for (const { item, unit, shift } of value.parts) {
    const stated = desk.places.unit(unit).kind === 'school' ? desk.snapshot.figure(item, unit, shift) : undefined;
    if (stated === undefined) gather(desk.valueAt(item, unit, shift), desk, into);
    else into.sources.push(originOf(stated.source, stated));
  }
}

const originOf = (source: Source, figure: Figure | undefined): Origin =>
  figure === undefined ? { source } : { source, shown: asWritten(figure.typed) };

const asWritten = ({ text, unit }: Figure['typed']): string =>
  unit === undefined || text.endsWith(unit) || !/\d$/.test(text) ? text : `${text} ${unit}`;
