/** Every place a figure touches: printed figures of reports, points and grades, evidence. */
import type { RoundContext } from '../../collect/index.ts';
import type { Evaluation, RoundEvaluation } from '../../evaluate/index.ts';
import type { By, Tx } from '../../platform/index.ts';
import type { TraceFile } from '../contract.ts';
import { slotWalks } from '../slot-walks.ts';
import { leavesOf } from '../trace.ts';
import { listLastVersions } from './reports.store.ts';
import { thaw } from './snapshot.ts';

export interface FigurePlace {
  readonly unit: string;
  readonly item: string;
  /** As printed by `printPeriod`. */
  readonly period: string;
}

export interface PrintedPlace {
  readonly report: string;
  readonly version: number;
  readonly state: string;
  readonly slot: string;
  readonly occurrence: number;
  readonly label: string;
  readonly printed: string;
}

/** Of the last version of each report of the round. */
export async function printedPlaces(
  tx: Tx,
  by: By,
  context: RoundContext,
  { unit, item, period }: FigurePlace,
): Promise<readonly PrintedPlace[]> {
  const { tenant, round } = context.round;
  const found: PrintedPlace[] = [];
  for (const row of await listLastVersions(tx, tenant, round)) {
    const trace = JSON.parse(Buffer.from(await by.files.read(row.trace)).toString('utf8')) as TraceFile;
    const { evaluation } = await thaw(tx, by, context, row.snapshot);
    const walks = slotWalks({ trace, material: { evaluation, scheme: context.scheme } });
    const { report, version, state } = row;
    for (const { slot, occurrence, label, printed } of trace.slots) {
      const leaves = walks(slot, occurrence).flatMap(leavesOf);
      if (leaves.some((leaf) => leaf.item === item && leaf.unit.code === unit && leaf.period === period))
        found.push({ report, version, state, slot, occurrence, label, printed });
    }
  }
  return found;
}

export interface MovedScore {
  readonly unit: string;
  /** Of a leaf; absent for the unit's sum and grade. */
  readonly indicator?: string;
  readonly was: string;
  readonly is: string;
}

/** Points and grades that differ between two evaluations of the same round. */
export function movedScores(before: Evaluation, after: Evaluation): readonly MovedScore[] {
  return before.results.units.flatMap((unit, at) => {
    const now = after.results.units[at];
    if (now === undefined) return [];
    const sums = { unit: unit.code, was: `${unit.score} ${unit.grade}`, is: `${now.score} ${now.grade}` };
    const leaves = unit.results.flatMap(({ code, points = '' }, leaf): MovedScore[] => {
      const is = now.results[leaf]?.points ?? '';
      return points === is ? [] : [{ unit: unit.code, indicator: code, was: points, is }];
    });
    return sums.was === sums.is ? leaves : [sums, ...leaves];
  });
}

/** Numbers of the evidence that speaks of the item at the unit. */
export const evidencePlaces = ({ submission }: RoundEvaluation, { unit, item }: FigurePlace): readonly string[] =>
  submission.evidence
    .filter((record) => record.items.includes(item) && (record.unit === undefined || record.unit === unit))
    .map(({ number }) => number);
