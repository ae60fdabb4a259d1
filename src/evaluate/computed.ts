/** A value computed: from the rows of a ledger, by counting units, or by a formula. */
import type { LedgerRow } from '../collect/on-files.ts';
import type { CompiledFormula, Outcome } from '../engines/formula/index.ts';
import { type Gap, gap, type ItemCode, joinGaps, measure } from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import type { Computation, SchemeItem } from '../scheme/on-files.ts';
import { sumExactly } from './sum.ts';
import { addUp } from './total.ts';
import { levelOf, listsMissing } from './units.ts';
import {
  type Decide,
  type Head,
  type ItemValue,
  isGap,
  owed,
  refOf,
  stated,
  type ValueOf,
  type ValueSources,
} from './values.ts';

/** Rows of the unit and of all below; each row is met once, so rows are counted and never totalled twice. */
export function fromLedger(
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
        owing.map((each) => ({ item: ledger, unit: each.code, period: `calendar(${sources.scheme.year})` })),
      ),
    );
  const kept = sources.ledgers.rows(ledger, units, where);
  if (!Array.isArray(kept)) return made(kept as Gap);
  const rows = kept as readonly LedgerRow[];
  if (sum === undefined) return made(measure({ num: BigInt(rows.length), den: 1n }, item.dimension), rows);
  const numbers = rows.flatMap((row) => sources.ledgers.amount(row, sum) ?? []);
  return made(measure(sumExactly(numbers), item.dimension), rows);
}

export function countUnits(
  head: Head,
  { where }: Extract<Computation, { kind: 'units' }>,
  sources: ValueSources,
  decide: Decide,
): ItemValue {
  const { item, unit, shift } = head;
  const asked = where?.uses.filter(({ group }) => group === undefined) ?? [];
  const made = (outcome: Outcome, counted: readonly OrgUnit[] = []): ItemValue => ({
    ...head,
    how: 'count',
    outcome,
    counted,
    parts: counted.flatMap(({ code }) =>
      asked.map((use) => ({ item: use.item, unit: code, shift: shift + use.shift })),
    ),
  });
  // The register of schools is of this year.
  if (shift !== 0) return made(gap('missing', [refOf(head, sources)]));
  const schools = item.zone === 'host' ? sources.places.schools(unit) : sources.places.org.below(unit.code, 'school');
  // Nobody has listed a school here: that there are none is not known.
  const unlisted = schools.length === 0 ? [unit] : sources.places.unlisted(unit);
  if (unlisted.length > 0) return made(listsMissing(unlisted, sources.scheme.year));
  const outcomes = where === undefined ? [] : schools.map(({ code }) => decide(where, code, shift));
  const open = joinGaps(outcomes.filter(isGap).filter(({ why }) => why !== 'not-applicable'));
  if (open !== undefined) return made(open);
  const counted = schools.filter((_, index) => {
    const outcome = outcomes[index];
    return outcome === undefined || (outcome.kind === 'truth' && outcome.truth);
  });
  return made(measure({ num: BigInt(counted.length), den: 1n }, item.dimension), counted);
}

/** What the unit states of the item itself (市本级): whatever the units below owe, this is known. */
export function ownPart(head: Head, own: Extract<Computation, { kind: 'own' }>, sources: ValueSources): ItemValue {
  const of = sources.scheme.items.get(own.item);
  if (of === undefined) throw new Error(`no such item: ${own.item}`);
  return { ...stated({ ...head, item: of }, sources), item: { ...head.item, period: of.period } };
}

/** At the unit on its own totals; with `roll: sum` once per reporting unit, and then added. */
export function fromFormula(head: Head, formula: CompiledFormula, sources: ValueSources, valueAt: ValueOf): ItemValue {
  const { item, unit, shift } = head;
  const below = item.roll === 'sum' ? reportingUnits(item, unit, sources) : [];
  if (below[0]?.kind === 'school' && sources.snapshot.schoolsSilent(shift)) return owed(head, sources);
  if (below.length > 0) {
    const lower = below.map(({ code }) => valueAt(item.code, code, shift));
    const parts = below.map(({ code }) => ({ item: item.code, unit: code, shift }));
    return { ...head, how: 'sum', ...addUp(item, [], lower), parts };
  }
  const outcome = formula.evaluate(sources.context(unit.code, shift));
  const parts = formula.uses
    .filter(({ group }) => group === undefined)
    .map((use) => ({ item: use.item, unit: unit.code, shift: shift + use.shift }));
  const typed = outcome.kind === 'measure' ? measure(outcome.exact, item.dimension) : outcome;
  const leftOut = outcome.kind === 'measure' ? outcome.leftOut : undefined;
  return { ...head, how: 'formula', outcome: typed, parts, formula, ...(leftOut === undefined ? {} : { leftOut }) };
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
