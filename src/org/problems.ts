import { problem, problems } from '../kernel/index.ts';

export const OrgProblem = problems('org', {
  empty: problem<Record<string, never>>(),
  registerColumns: problem<{ file: string; missing: readonly string[] }>(),
  registerRefused: problem<{ faults: number }>(),
  unitUnreadable: problem<{ row: number; code: string; kind: string }>(),
  // Changes of single units: mergers, splits, moves. Also for units that may not be seen.
  unitMissing: problem<{ unit: string; on: string }>(3, 404),
  unitChangedLater: problem<{ unit: string; begins: string }>(3, 409),
  /** A round that is not closed asks the unit, or asks what its figures are made from. */
  unitAsked: problem<{ unit: string; round: string }>(3, 409),
  /** A round of this day or later has counted with the unit. */
  unitCounted: problem<{ unit: string; round: string; asOf: string }>(3, 409),
  rootStays: problem<{ unit: string }>(3, 409),
  levelsDiffer: problem<{ unit: string; other: string }>(2, 400),
  codeUnreadable: problem<{ code: string }>(2, 400),
  nameMissing: problem<{ code: string }>(2, 400),
  namedTwice: problem<{ code: string }>(2, 400),
  mergesAlone: problem<{ unit: string }>(2, 400),
  notBelow: problem<{ unit: string; over: string }>(2, 400),
  unplaced: problem<{ unit: string; count: number; first: readonly string[] }>(2, 400),
  parentBelow: problem<{ unit: string; parent: string }>(2, 400),
  mapTooLarge: problem<{ file: string; megabytes: number }>(2, 400),
  /** Nothing in it is an outline of a unit. */
  mapEmpty: problem<{ file: string }>(2, 400),
  contactPhone: problem<{ given: string }>(2, 400),
  contactNameless: problem<Record<string, never>>(2, 400),
  contactMoved: problem<{ person: string }>(3, 409),
  alreadyThere: problem<{ unit: string; parent: string }>(3, 409),
});
