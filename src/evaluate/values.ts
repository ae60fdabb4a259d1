/**
 * What an item is worth at a unit in a year: stated, made from the units below, or computed. Each value is made once,
 * when first asked for, and keeps what it was made from, so that any of them can be walked back.
 */

import type { LedgerRow } from '../collect/on-files.ts';
import type { CompiledFormula, FormulaContext, LeftOut, Outcome } from '../engines/formula/index.ts';
import {
  type Figure,
  type FigureRef,
  type Gap,
  gap,
  type ItemCode,
  type Measure,
  measureOf,
  periodOf,
  printPeriod,
  type UnitCode,
} from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import type { Scheme, SchemeItem } from '../scheme/on-files.ts';
import { countUnits, fromFormula, fromLedger, ownPart } from './computed.ts';
import type { LedgerBook } from './ledgers.ts';
import type { Snapshot } from './snapshot.ts';
import { total } from './total.ts';
import { levelOf, listsMissing, type Places } from './units.ts';

export interface Coverage {
  readonly of: number;
  readonly reported: number;
  readonly missing: readonly OrgUnit[];
  readonly sumOfReported: Measure;
}

export interface ItemValue {
  readonly item: SchemeItem;
  readonly unit: OrgUnit;
  readonly shift: number;
  readonly how: 'stated' | 'sum' | 'formula' | 'ledger' | 'count' | 'gap';
  readonly outcome: Outcome;
  readonly figure?: Figure;
  readonly coverage?: Coverage;
  /** What the unit stated itself beside the units below it. */
  readonly own?: ItemValue;
  /** What it was made from: named only, for values of 2,000 schools are made when someone walks there. */
  readonly parts: readonly Part[];
  readonly rows?: readonly LedgerRow[];
  /** Units it counts. */
  readonly counted?: readonly OrgUnit[];
  readonly formula?: CompiledFormula;
  /** Schools a 差异系数 passes over. */
  readonly leftOut?: readonly LeftOut[];
}

/** The item a figure stands under: its own, or the one whose part at the unit itself it is (市本级). */
export const statedAs = ({ figure, item }: Pick<ItemValue, 'figure' | 'item'>): ItemCode =>
  figure?.key.item ?? item.code;

export interface Part {
  readonly item: ItemCode;
  readonly unit: UnitCode;
  readonly shift: number;
}

export type ValueOf = (item: ItemCode, unit: UnitCode, shift: number) => ItemValue;

export interface ValueSources {
  readonly scheme: Scheme;
  readonly places: Places;
  readonly snapshot: Snapshot;
  readonly ledgers: LedgerBook;
  context(unit: UnitCode, shift: number): FormulaContext;
}

/** What was made at a unit in a year. Where nothing moved, one evaluation takes it over from another, and adds to it. */
export interface UnitValues {
  readonly items: Map<ItemCode, ItemValue>;
  /** Conditions asked of it by counts and checks: a county and the prefecture above it ask the same of each school. */
  readonly conditions: Map<CompiledFormula, Outcome>;
}
export type KnownValues = ReadonlyMap<number, ReadonlyMap<UnitCode, UnitValues>>;

export interface Values {
  readonly valueAt: ValueOf;
  readonly decide: Decide;
  readonly known: KnownValues;
}

/** `kept` is of the same scheme and units, without the units whose values may be others now. */
export function openValues(sources: ValueSources, kept: KnownValues = new Map()): Values {
  const { scheme, places } = sources;
  const known = new Map([...kept].map(([shift, units]) => [shift, new Map(units)] as const));
  const at = (unit: UnitCode, shift: number): UnitValues => {
    const found = known.get(shift)?.get(unit);
    if (found !== undefined) return found;
    const made = { items: new Map(), conditions: new Map() };
    known.set(shift, (known.get(shift) ?? new Map<UnitCode, UnitValues>()).set(unit, made));
    return made;
  };
  const decide: Decide = (condition, unit, shift) => {
    const { conditions } = at(unit, shift);
    const found = conditions.get(condition) ?? condition.evaluate(sources.context(unit, shift));
    conditions.set(condition, found);
    return found;
  };
  const valueAt: ValueOf = (code, unit, shift) => {
    const { items } = at(unit, shift);
    const found = items.get(code);
    if (found !== undefined) return found;
    const item = scheme.items.get(code);
    if (item === undefined) throw new Error(`no such item: ${code}`);
    const made = make(item, places.unit(unit), shift, sources, valueAt, decide);
    items.set(code, made);
    return made;
  };
  return { valueAt, decide, known };
}

const ofSchoolsAlone = ({ by, roll }: SchemeItem): boolean =>
  by.school !== undefined && by.county === undefined && roll !== 'apart';

export type Head = Pick<ItemValue, 'item' | 'unit' | 'shift'>;

/** Whether a condition holds at a unit. */
export type Decide = (condition: CompiledFormula, unit: UnitCode, shift: number) => Outcome;

function make(
  item: SchemeItem,
  unit: OrgUnit,
  shift: number,
  sources: ValueSources,
  valueAt: ValueOf,
  decide: Decide,
): ItemValue {
  const head: Head = { item, unit, shift };
  const { scheme } = sources;
  const { computed } = item;
  if (computed === undefined) {
    const parts = item.roll === 'apart' ? [] : sources.places.partsOf(item, unit);
    if (sources.snapshot.schoolsSilent(shift) && parts.some(({ kind }) => kind === 'school'))
      return owed(head, sources);
    if (parts.length > 0) return total(head, parts, sources, valueAt);
    // Asked of schools, and no school of the county is known: its list did not come.
    const unlisted = ofSchoolsAlone(item) && unit.kind === 'county' ? sources.places.unlisted(unit) : [];
    if (unlisted.length === 0) return stated(head, sources);
    return { ...head, how: 'gap', outcome: listsMissing(unlisted, scheme.year + shift), parts: [] };
  }
  if (computed.kind === 'ledger') return fromLedger(head, computed, sources);
  if (computed.kind === 'own') return ownPart(head, computed, sources);
  if (computed.kind === 'units') return countUnits(head, computed, sources, decide);
  return fromFormula(head, computed.formula, sources, valueAt);
}

export const refOf = ({ item, unit, shift }: Head, { scheme }: ValueSources): FigureRef => ({
  item: item.code,
  unit: unit.code,
  period: printPeriod(periodOf(item.period, scheme.year, shift)),
});

/** One gap that names the unit, where naming each of its 2,000 schools would help nobody. */
export const owed = (head: Head, sources: ValueSources): ItemValue => ({
  ...head,
  how: 'gap',
  outcome: gap('missing', [refOf(head, sources)]),
  parts: [],
});

/** Nobody is asked for it here, so no one can send it. */
const notAsked = (head: Head): ItemValue => ({ ...head, how: 'gap', outcome: gap('not-applicable'), parts: [] });

export function stated(head: Head, sources: ValueSources): ItemValue {
  const { item, unit, shift } = head;
  const asked = item.by[levelOf(unit)] !== undefined;
  const figure = sources.snapshot.figure(item.code, unit.code, shift);
  if (figure === undefined) {
    return asked ? owed(head, sources) : notAsked(head);
  }
  const outcome = differentNature(head, figure, sources) ?? outcomeOf(head, figure, sources);
  return { ...head, how: 'stated', outcome, figure, parts: [] };
}

function outcomeOf(head: Head, { value }: Figure, sources: ValueSources): Outcome {
  if (value.kind === 'gap') return value.from.length > 0 ? value : gap(value.why, [refOf(head, sources)]);
  if (value.kind === 'text') return value;
  return head.item.type === 'truth' ? { kind: 'truth', truth: value.steps !== 0n } : measureOf(value);
}

/** Last year's value of another nature (决算数 beside 执行数) may be read, but not compared, unless the item allows it. */
function differentNature({ item, unit, shift }: Head, prior: Figure, sources: ValueSources): Gap | undefined {
  if (shift === 0) return undefined;
  const [now, then] = [sources.snapshot.figure(item.code, unit.code, 0)?.nature, prior.nature];
  if (now === undefined || then === undefined || now === then) return undefined;
  if (item.nature?.this === now && item.nature.prior === then) return undefined;
  return gap('not-comparable', [{ ...refOf({ item, unit, shift }, sources), natures: { now, then } }]);
}

export const isGap = (outcome: Outcome): outcome is Gap => outcome.kind === 'gap';
export const skipped = ({ outcome }: ItemValue): boolean => isGap(outcome) && outcome.why === 'not-applicable';
