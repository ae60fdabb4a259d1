/**
 * What an evaluation takes over from one before it. A value is made from what is stated at its unit and below it, with
 * the 功能区 a county hosts; so where nothing moved there, it is what it was.
 */
import type { HandedLedger, LedgerRow, Submission } from '../collect/on-files.ts';
import type { Figure, UnitCode } from '../kernel/index.ts';
import type { Scheme, SchemeIndicator, ScoringRule } from '../scheme/on-files.ts';
import { formulasOf, type LeafScore } from './judge.ts';
import { type Snapshot, takeSnapshot } from './snapshot.ts';
import { type Places, placesOf } from './units.ts';
import type { KnownValues } from './values.ts';

export interface Made {
  readonly scheme: Scheme;
  readonly submission: Submission;
  readonly places: Places;
  readonly snapshot: Snapshot;
  readonly known: KnownValues;
  readonly scores: ReadonlyMap<UnitCode, readonly LeafScore[]>;
}

/** Of the units in `touched` nothing is known any more. */
export interface TakenOver extends Pick<Made, 'places' | 'snapshot' | 'known'> {
  /** A leaf as it was scored; undefined where it has to be scored. */
  scored(indicator: SchemeIndicator, unit: UnitCode): LeafScore | undefined;
}

/** Nothing but the snapshot, where the one before was of another scheme or of other units. */
export function takeOver(before: Made | undefined, scheme: Scheme, submission: Submission): TakenOver {
  if (before?.scheme !== scheme || before.places.org !== submission.org || readsPoints(scheme)) {
    const places = placesOf(submission.org);
    const snapshot = takeSnapshot(scheme, submission.figures, places);
    return { places, snapshot, known: new Map(), scored: () => undefined };
  }
  const { places } = before;
  const moved = movedUnits(before.submission, submission);
  const snapshot = takeSnapshot(scheme, submission.figures, places, { snapshot: before.snapshot, moved });
  // Whether any school stated last year is asked everywhere.
  const isAlike = snapshot.schoolsSilent(-1) === before.snapshot.schoolsSilent(-1);
  const touched = isAlike ? withThoseAbove(moved, places) : new Set(places.org.units.map(({ code }) => code));
  const left = <T>(units: ReadonlyMap<UnitCode, T>) => new Map([...units].filter(([code]) => !touched.has(code)));
  const scores = left(before.scores);
  return {
    places,
    snapshot,
    known: new Map([...before.known].map(([shift, units]) => [shift, left(units)])),
    scored: (indicator, unit) =>
      standsAlone(indicator) ? scores.get(unit)?.find((leaf) => leaf.indicator === indicator) : undefined,
  };
}

/** Read from nothing but the unit and what lies below it. */
function standsAlone({ leaf }: SchemeIndicator): boolean {
  const isRanked = (rule: ScoringRule): boolean =>
    rule.type === 'ranking' || (rule.type === 'parts' && rule.parts.some((part) => isRanked(part.rule)));
  return (
    leaf !== undefined &&
    !isRanked(leaf.rule) &&
    formulasOf(leaf.rule).every(({ indicators }) => indicators.length === 0)
  );
}

/** Points may stand on what other units have. */
const readsPoints = ({ items }: Scheme): boolean =>
  [...items.values()].some(({ computed }) => computed?.kind === 'formula' && computed.formula.indicators.length > 0);

/** Units at which anything is stated or handed in that was not, or no longer is. */
function movedUnits(before: Submission, now: Submission): ReadonlySet<UnitCode> {
  return new Set([
    ...unlike(before.figures, now.figures, (figure) => figure).map(({ key }: Figure) => key.subject),
    ...unlike(before.ledgerRows, now.ledgerRows, textOfRow).map(({ unit }) => unit),
    ...unlike(before.handedLedgers, now.handedLedgers, textOfHanded).map(({ unit }) => unit),
  ]);
}

/** What one of two lists has more often; figures are the same object while nobody read them again. */
function unlike<T>(before: readonly T[], now: readonly T[], keyOf: (each: T) => unknown): readonly T[] {
  let from = 0;
  while (from < before.length && from < now.length && before[from] === now[from]) from += 1;
  let after = 0;
  while (after < Math.min(before.length, now.length) - from && before.at(-1 - after) === now.at(-1 - after)) after += 1;
  const were = before.slice(from, before.length - after);
  const are = now.slice(from, now.length - after);
  const more = new Map<unknown, number>();
  for (const each of were) more.set(keyOf(each), (more.get(keyOf(each)) ?? 0) - 1);
  for (const each of are) more.set(keyOf(each), (more.get(keyOf(each)) ?? 0) + 1);
  return [...were, ...are].filter((each) => more.get(keyOf(each)) !== 0);
}

const textOfRow = ({ ledger, unit, values }: LedgerRow): string =>
  JSON.stringify([
    ledger,
    unit,
    ...Object.entries(values).map(([column, value]) =>
      value.kind === 'text' ? [column, value.text] : [column, String(value.steps), value.unit],
    ),
  ]);

const textOfHanded = ({ ledger, unit }: HandedLedger): string => `${ledger}\t${unit}`;

/** The units, all they lie below, and the counties that host a 功能区 among them. */
function withThoseAbove(moved: ReadonlySet<UnitCode>, places: Places): ReadonlySet<UnitCode> {
  const touched = new Set(moved);
  for (const code of touched) {
    const { parent, host } = places.unit(code);
    for (const above of [parent, host]) if (above !== undefined) touched.add(above);
  }
  return touched;
}
