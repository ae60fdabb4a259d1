/**
 * What an item is worth at a unit in a year: stated, made from the units below, or computed. Each value is made once,
 * when first asked for, and keeps what it was made from, so that any of them can be walked back.
 */

import type { LedgerRow } from '../collect/on-files.ts';
import type { CompiledFormula, FormulaContext, Outcome } from '../engines/formula/index.ts';
import {
  type Figure,
  type FigureRef,
  type Gap,
  gap,
  type ItemCode,
  joinGaps,
  type Measure,
  measure,
  measureOf,
  periodOf,
  printPeriod,
  type Rational,
  type UnitCode,
  ZERO,
} from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import type { Computation, Scheme, SchemeItem } from '../scheme/on-files.ts';
import type { LedgerBook } from './ledgers.ts';
import type { Snapshot } from './snapshot.ts';
import { sumExactly } from './sum.ts';
import { levelOf, type Places } from './units.ts';

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
  /** Values it was made from. */
  readonly parts: readonly ItemValue[];
  readonly rows?: readonly LedgerRow[];
  readonly formula?: CompiledFormula;
}

export type ValueOf = (item: ItemCode, unit: UnitCode, shift: number) => ItemValue;

export interface ValueSources {
  readonly scheme: Scheme;
  readonly places: Places;
  readonly snapshot: Snapshot;
  readonly ledgers: LedgerBook;
  context(unit: UnitCode, shift: number): FormulaContext;
}

export function openValues(sources: ValueSources): ValueOf {
  const { scheme, places } = sources;
  const known = new Map<number, Map<ItemCode, Map<UnitCode, ItemValue>>>();
  const valueAt: ValueOf = (code, unitCode, shift) => {
    const item = scheme.items.get(code);
    if (item === undefined) throw new Error(`no such item: ${code}`);
    const ofYear = known.get(shift) ?? new Map<ItemCode, Map<UnitCode, ItemValue>>();
    known.set(shift, ofYear);
    const ofItem = ofYear.get(code) ?? new Map<UnitCode, ItemValue>();
    ofYear.set(code, ofItem);
    const found = ofItem.get(unitCode);
    if (found !== undefined) return found;
    const made = make(item, places.unit(unitCode), shift, sources, valueAt);
    ofItem.set(unitCode, made);
    return made;
  };
  return valueAt;
}

type Head = Pick<ItemValue, 'item' | 'unit' | 'shift'>;

function make(item: SchemeItem, unit: OrgUnit, shift: number, sources: ValueSources, valueAt: ValueOf): ItemValue {
  const head: Head = { item, unit, shift };
  const { computed } = item;
  if (computed === undefined) {
    const parts = item.roll === 'apart' ? [] : sources.places.partsOf(item, unit);
    return parts.length === 0 ? stated(head, sources) : total(head, parts, sources, valueAt);
  }
  if (computed.kind === 'ledger') return fromLedger(head, computed, sources);
  if (computed.kind === 'units') return countUnits(head, computed, sources);
  return fromFormula(head, computed.formula, sources, valueAt);
}

const refOf = ({ item, unit, shift }: Head, { scheme }: ValueSources): FigureRef => ({
  item: item.code,
  unit: unit.code,
  period: printPeriod(periodOf(item.period, scheme.year, shift)),
});

/** Nobody is asked for it here, so no one can send it. */
const notAsked = (head: Head): ItemValue => ({ ...head, how: 'gap', outcome: gap('not-applicable'), parts: [] });

function stated(head: Head, sources: ValueSources): ItemValue {
  const { item, unit, shift } = head;
  const asked = item.by[levelOf(unit)] !== undefined;
  const figure = sources.snapshot.figure(item.code, unit.code, shift);
  if (figure === undefined) {
    return asked ? { ...head, how: 'gap', outcome: gap('missing', [refOf(head, sources)]), parts: [] } : notAsked(head);
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
  return gap('not-comparable', [refOf({ item, unit, shift }, sources)]);
}

const isGap = (outcome: Outcome): outcome is Gap => outcome.kind === 'gap';
const skipped = ({ outcome }: ItemValue): boolean => isGap(outcome) && outcome.why === 'not-applicable';

/** The unit's own level, where one is asked for, and the units below. One that is missing makes the total a gap. */
function total(head: Head, below: readonly OrgUnit[], sources: ValueSources, valueAt: ValueOf): ItemValue {
  const { item, unit, shift } = head;
  const own = item.by[levelOf(unit)] === undefined ? [] : [stated(head, sources)];
  const { steps, rest } = sumPlain(head, below, sources);
  const lower = rest.map((part) => valueAt(item.code, part.code, shift));
  const plain = below.length - rest.length;
  return {
    ...head,
    how: 'sum',
    ...addUp(item, own, lower, { count: plain, sum: amountOf(steps, item) }),
    // Values of 2,000 schools are made when someone walks there, not for the sum.
    get parts() {
      return [...own, ...below.map((part) => valueAt(item.code, part.code, shift))];
    },
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

function addUp(
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
  const [first, ...rest] = gaps;
  const asked = lower.filter((part) => !skipped(part));
  const missing = asked.filter(({ outcome }) => isGap(outcome)).map(({ unit }) => unit);
  const of = asked.length + plain.count;
  const coverage = { of, reported: of - missing.length, missing, sumOfReported: sum };
  if (first !== undefined) return { outcome: joinGaps([first, ...rest]), coverage };
  return { outcome: counted.length + plain.count === 0 ? gap('not-applicable') : sum, coverage };
}

function allOf(counted: readonly ItemValue[], gaps: readonly Gap[]): Outcome {
  if (counted.some(({ outcome }) => outcome.kind === 'truth' && !outcome.truth)) return { kind: 'truth', truth: false };
  const [first, ...rest] = gaps;
  if (first !== undefined) return joinGaps([first, ...rest]);
  return counted.length === 0 ? gap('not-applicable') : { kind: 'truth', truth: true };
}

/** Rows of the unit and of all below; each row is met once, so rows are counted and never totalled twice. */
function fromLedger(
  head: Head,
  { ledger, sum, where }: Extract<Computation, { kind: 'ledger' }>,
  sources: ValueSources,
): ItemValue {
  const { item, unit, shift } = head;
  const made = (outcome: Outcome, rows: readonly LedgerRow[] = []): ItemValue => ({
    ...head,
    how: 'ledger',
    outcome,
    rows,
    parts: [],
  });
  // A ledger is of this year; nobody handed in last year's.
  if (shift !== 0) return made(gap('missing', [refOf(head, sources)]));
  const units = sources.places.within(unit, item.zone === 'host');
  const owing = sources.ledgers.owing(ledger, units);
  if (owing.length > 0)
    return made(
      gap(
        'missing',
        owing.map((each) => refOf({ ...head, unit: each }, sources)),
      ),
    );
  const kept = sources.ledgers.rows(ledger, units, where);
  if (!Array.isArray(kept)) return made(kept as Gap);
  const rows = kept as readonly LedgerRow[];
  if (sum === undefined) return made(measure({ num: BigInt(rows.length), den: 1n }, item.dimension), rows);
  const numbers = rows.flatMap((row) => sources.ledgers.amount(row, sum) ?? []);
  return made(measure(sumExactly(numbers), item.dimension), rows);
}

function countUnits(head: Head, { where }: Extract<Computation, { kind: 'units' }>, sources: ValueSources): ItemValue {
  const { item, unit, shift } = head;
  const made = (outcome: Outcome): ItemValue => ({ ...head, how: 'count', outcome, parts: [] });
  // The register of schools is of this year.
  if (shift !== 0) return made(gap('missing', [refOf(head, sources)]));
  const schools = item.zone === 'host' ? sources.places.schools(unit) : sources.places.org.below(unit.code, 'school');
  // Nobody has listed a school here: that there are none is not known.
  if (schools.length === 0) return made(gap('missing', [refOf(head, sources)]));
  const outcomes = where === undefined ? [] : schools.map(({ code }) => where.evaluate(sources.context(code, shift)));
  const [first, ...rest] = outcomes.filter(isGap).filter(({ why }) => why !== 'not-applicable');
  if (first !== undefined) return made(joinGaps([first, ...rest]));
  const count =
    where === undefined ? schools.length : outcomes.filter((each) => each.kind === 'truth' && each.truth).length;
  return made(measure({ num: BigInt(count), den: 1n }, item.dimension));
}

/** At the unit on its own totals; with `roll: sum` once per reporting unit, and then added. */
function fromFormula(head: Head, formula: CompiledFormula, sources: ValueSources, valueAt: ValueOf): ItemValue {
  const { item, unit, shift } = head;
  const below = item.roll === 'sum' ? reportingUnits(item, unit, sources) : [];
  if (below.length > 0) {
    const parts = below.map(({ code }) => valueAt(item.code, code, shift));
    return { ...head, how: 'sum', ...addUp(item, [], parts), parts };
  }
  const outcome = formula.evaluate(sources.context(unit.code, shift));
  const parts = formula.uses
    .filter(({ group }) => group === undefined)
    .map((use) => valueAt(use.item, unit.code, shift + use.shift));
  const typed = outcome.kind === 'measure' ? measure(outcome.exact, item.dimension) : outcome;
  return { ...head, how: 'formula', outcome: typed, parts, formula };
}

/** Schools where anything it reads is stated by schools, else counties; none below the unit: the unit itself. */
function reportingUnits(item: SchemeItem, unit: OrgUnit, { scheme, places }: ValueSources): readonly OrgUnit[] {
  const seen = new Set<ItemCode>();
  const readsSchools = (of: SchemeItem): boolean => {
    if (of.by.school !== undefined) return true;
    if (seen.has(of.code) || of.computed?.kind !== 'formula') return false;
    seen.add(of.code);
    return of.computed.formula.uses.some((use) => {
      const read = scheme.items.get(use.item);
      return read !== undefined && readsSchools(read);
    });
  };
  const level = levelOf(unit);
  if (level === 'school') return [];
  if (readsSchools(item)) return places.schools(unit);
  return level === 'county' ? [] : places.counties(unit).filter(({ kind }) => kind !== 'zone' || item.zone === 'apart');
}
