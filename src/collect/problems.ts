import { problem, problems } from '../kernel/index.ts';

export const CollectProblem = problems('collect', {
  pathMissing: problem<{ path: string }>(),
  pathUnreadable: problem<{ path: string; fault: string }>(),
  /** A folder without a workbook or table, or none that could be used. */
  nothingUsable: problem<{ path: string }>(),
  csvColumns: problem<{ file: string; missing: readonly string[] }>(),
  fileKind: problem<{ file: string }>(),
  tooLarge: problem<{ path: string; megabytes: number; limit: number }>(),
  roundMissing: problem<{ round: string }>(3, 404),
  roundTaken: problem<{ round: string }>(3, 409),
  dueBeforeOpening: problem<{ opens: string; due: string }>(2, 400),
  /** Also for tasks that may not be seen. */
  taskMissing: problem<{ round: string; task: string }>(3, 404),
  workbookAstray: problem<{ file: string; of: string }>(),
  /** Its seal is of another installation, or was changed. */
  sealBroken: problem<{ file: string }>(3, 409),
  /** `round`, `at`: what its seal says. */
  sealOfOther: problem<{ file: string; round: string; at: string }>(3, 409),
  planStale: problem<{ file: string }>(3, 409),
  /** 已锁定 or 已结束. */
  roundClosed: problem<{ round: string; state: string }>(3, 409),
  editionMoved: problem<{ seen: number; now: number }>(3, 409),
  taskClosed: problem<{ state: string }>(3, 409),
  /** Also for records that may not be seen. */
  evidenceMissing: problem<{ evidence: string }>(3, 404),
  evidenceMoved: problem<{ number: string; person: string; version: number }>(3, 409),
  evidenceNumberTaken: problem<{ number: string }>(3, 409),
  evidenceUnlinked: problem<{ unknown: readonly string[] }>(2, 400),
  evidenceNumberForm: problem<{ given: string }>(2, 400),
  docNumberForm: problem<{ given: string }>(2, 400),
  evidenceDate: problem<{ given: string }>(2, 400),
  evidenceOnSite: problem<{ name: string }>(2, 400),
  evidenceKind: problem<{ name: string }>(2, 415),
  evidenceSecret: problem<{ name: string; where: 'record' | 'name' | 'content' }>(3, 422),
  /** `kind`: what the content is. */
  evidenceName: problem<{ name: string; kind: string }>(2, 415),
  ledgerNotAsked: problem<{ ledger: string; of: string }>(2, 400),
  notAccepted: problem<{ unit: string; item: string }>(3, 404),
  figureMoved: problem<{ item: string; is: string }>(3, 409),
  correctionRefused: problem<{ item: string; typed: string }>(2, 400),
  deedMissing: problem<Record<string, never>>(3, 404),
});
