/**
 * Why points are not decided. One cell left empty leaves leaves open at the county and at the city above it; that is
 * one thing to put right, so it is one finding, at the cell, which names every leaf it keeps open.
 */
import {
  type Finding,
  type Gap,
  gap,
  type ItemCode,
  isError,
  parsePeriod,
  periodOf,
  printPeriod,
  type UnitCode,
} from '../kernel/index.ts';
import type { OrgUnit } from '../org/on-files.ts';
import { isLedger, type Scheme } from '../scheme/on-files.ts';
import type { ResultInput } from './contract.ts';
import type { LeafScore } from './judge.ts';
import type { Snapshot } from './snapshot.ts';
import { type Places, SCHOOL_LIST } from './units.ts';
import { sayGap } from './why.ts';

/** Leaves named in one finding; the rest are counted. */
const NAMED = 8;

interface OpenLeaf {
  readonly unit: OrgUnit;
  readonly leaf: LeafScore;
  readonly gap: Gap;
}

/** Every source of the gap has an error of its own: at the same figure, or at the unit that filed nothing. */
export const followsFrom = (of: Gap, known: readonly Finding[]): boolean =>
  of.from.length > 0 &&
  of.from.every(({ unit, item }) =>
    known.some((finding) => isError(finding) && finding.at.unit === unit && (finding.at.item ?? item) === item),
  );

export interface Bench {
  readonly scheme: Scheme;
  readonly places: Places;
  readonly snapshot: Snapshot;
  /** What reading and checking found: a leaf that stays open because of it is no second error. */
  readonly known: readonly Finding[];
  /** Whether what was reported and not accepted is left out. */
  readonly onlyAccepted: boolean;
}

export function findingsOfOpenLeaves(
  judged: readonly { readonly unit: OrgUnit; readonly leaves: readonly LeafScore[] }[],
  bench: Bench,
): Finding[] {
  const open = judged.flatMap(({ unit, leaves }) =>
    leaves.flatMap((leaf): OpenLeaf[] =>
      'points' in leaf.outcome ? [] : [{ unit, leaf, gap: causeOf(leaf, leaf.outcome) }],
    ),
  );
  return [...Map.groupBy(open, causeKey).values()].map((alike) => findingOf(alike as [OpenLeaf, ...OpenLeaf[]], bench));
}

/** Dividing names no figure; what the leaf read as zero does. */
function causeOf({ result }: LeafScore, of: Gap): Gap {
  if (of.why !== 'divided-by-zero' || of.from.length > 0) return of;
  return gap(
    of.why,
    result.inputs.filter(isZeroInput).map(({ item, unit, period }) => ({ item, unit, period }) as Gap['from'][number]),
  );
}

const isZeroInput = ({ value }: ResultInput): boolean => 'unit' in value && /^0(\.0+)?$/.test(value.value);

const unitsIn = (of: Gap): string[] => [...new Set(of.from.map(({ unit }) => unit as string))].sort();

const causeKey = ({ gap: of, unit, leaf }: OpenLeaf): string =>
  of.from.length === 0 ? `${unit.code}\t${leaf.indicator.code}` : `${of.why}\t${unitsIn(of).join('\t')}`;

function findingOf(alike: readonly [OpenLeaf, ...OpenLeaf[]], bench: Bench): Finding {
  const [first] = alike;
  const refs = new Map(
    alike.flatMap(({ gap: { from } }) => from.map((ref) => [`${ref.unit}\t${ref.item}\t${ref.period}`, ref])),
  );
  const [ref] = refs.values();
  const cause = gap(first.gap.why, [...refs.values()]);
  const leaves = [...new Set(alike.map(({ unit, leaf }) => `${unit.name} ${leaf.indicator.code}`))];
  return {
    code: 'evaluate.undecided',
    severity: first.gap.why === 'not-applicable' || followsFrom(cause, bench.known) ? 'warn' : 'error',
    at: ref === undefined ? { unit: first.unit.code, indicator: first.leaf.indicator.code } : placeOf(ref, bench),
    data: {
      why: first.gap.why,
      missing: sayGap(cause, bench.scheme, bench.places),
      leaves: leaves.slice(0, NAMED),
      count: leaves.length,
      formula: first.leaf.result.formula,
      asks: asksOf(cause, bench),
      ...(bench.onlyAccepted ? { accepted: true } : {}),
    },
  };
}

/** What there is to fill in: 0 is an answer for a number alone, and nobody types what is counted from lists. */
export type Ask = 'number' | 'word' | 'ledger' | 'schools' | 'past';

function asksOf({ from }: Gap, { scheme, places, known }: Bench): readonly Ask[] {
  const listOwed = new Set(known.flatMap(({ code, at }) => (code === 'collect.schoolsAbsent' ? [at.unit] : [])));
  const asks = from.map(({ item, unit, period }): Ask => {
    if (isLedger(scheme, item)) return 'ledger';
    // A school of the register whose county sent no list.
    if (item === SCHOOL_LIST || listOwed.has(places.unit(unit).parent)) return 'schools';
    const asked = scheme.items.get(item as ItemCode);
    if (asked?.computed === undefined) return asked?.type === 'number' ? 'number' : 'word';
    return printPeriod(periodOf(asked.period, scheme.year)) === period ? 'schools' : 'past';
  });
  return [...new Set(asks)];
}

/** The cell that was left empty or holds the zero, where it was read from one. */
function placeOf({ item, unit, period }: Gap['from'][number], { scheme, snapshot }: Bench): Finding['at'] {
  const asked = [...scheme.items.values()].find(({ code }) => code === item);
  const read = parsePeriod(period);
  const now = asked === undefined || read === undefined || printPeriod(periodOf(asked.period, scheme.year)) === period;
  const source = asked && snapshot.figure(asked.code, unit as UnitCode, now ? 0 : -1)?.source;
  const cell = source?.kind === 'cell' ? { file: source.file, sheet: source.sheet, cell: source.cell } : {};
  const line = source?.kind === 'csv' ? { file: source.file, line: source.line } : {};
  return { ...cell, ...line, unit, item };
}
