/**
 * 台账 row by row: added, changed, removed. Each row has its own outcome, as figures have: saved as a new version, the
 * same, refused with what is wrong in which cell, or in conflict with what someone else saved since.
 */
import Type, { type Static } from 'typebox';
import { type Finding, isError, type LedgerCode } from '../../kernel/index.ts';
import { levelOf } from '../../org/on-files.ts';
import { action, newId } from '../../platform/index.ts';
import type { SchemeLedger } from '../../scheme/index.ts';
import type { LedgerValue } from '../contract.ts';
import { touchTask } from '../entry/figures.store.ts';
import { mayFillRow, mayFillSome } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { readLedgerCell } from '../read/ledger-cell.ts';
import { holdTaskSeen } from '../round/refuse-unseen.ts';
import { type RoundContext, roundNow, type Task } from '../round/rounds.store.ts';
import { refuseUnlessOpen } from '../round/states.ts';
import {
  appendRowVersions,
  cellsOf,
  type HeldRow,
  type RowVersion,
  readLedgerRows,
  textOfCells,
} from './ledger-rows.store.ts';

const ROWS_LIMIT = 500;

const SaveRows = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    task: Type.String({ format: 'uuid' }),
    ledger: Type.String({ maxLength: 64 }),
    rows: Type.Array(
      Type.Object(
        {
          /** Left out for a new row. */
          row: Type.Optional(Type.String({ format: 'uuid' })),
          /** Version that was looked at; 0 for a new row. */
          seen: Type.Integer({ minimum: 0 }),
          /** Column -> words as typed. */
          cells: Type.Optional(Type.Record(Type.String({ maxLength: 64 }), Type.String({ maxLength: 2_000 }))),
          remove: Type.Optional(Type.Boolean()),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: ROWS_LIMIT },
    ),
  },
  { additionalProperties: false },
);
type Given = Static<typeof SaveRows>['rows'][number];

/** Of one row, by its place in the request. */
export type RowOutcome =
  | {
      readonly kind: 'saved' | 'same' | 'removed';
      readonly row: string;
      readonly version: number;
      readonly findings: readonly Finding[];
    }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'conflict'; readonly version: number; readonly person: string };

/** Throws `collect.taskMissing`, `taskClosed`, `roundClosed`, `ledgerNotAsked`. */
export const saveRows = action({
  name: 'collect.ledger.save',
  input: SaveRows,
  load: (tx, { round, task }, { who }) => holdTaskSeen(tx, who, round, task),
  may: (who, { task, context }, { ledger }) =>
    mayFillSome(who, task) && mayFillRow(who, task, deptOf(ledger, task, context) ?? task.dept),
  async run(tx, { ledger: code, rows }, { task, context }, { who, now }) {
    refuseUnlessOpen(task, await roundNow(tx, task));
    const ledger = askedLedger(code, task, context);
    const of = { tenant: who.tenant, round: task.round, task: task.task };
    const held = new Map((await readLedgerRows(tx, of, 'latest')).map((each) => [each.row, each]));
    const versions: RowVersion[] = [];
    const place = { unit: context.register.unitOf(task.unit)?.code ?? '' };
    const outcomes = rows.map((given): RowOutcome => {
      const made = outcomeOf(given, ledger, held.get(given.row ?? ''), place);
      if ('next' in made) versions.push({ ...made.next, unit: task.unit, source: { kind: 'form', by: who.person } });
      return made.outcome;
    });
    await appendRowVersions(tx, of, versions, { author: who.account, person: who.person, at: now });
    const edition = versions.length === 0 ? task.edition : touchTask(tx, task, now);
    return { edition, outcomes };
  },
  audit: ({ outcomes }, { task, ledger }) => ({
    about: `task ${task}`,
    detail: {
      ledger,
      rows: outcomes.flatMap((each) => ('row' in each && each.kind !== 'same' ? [`${each.kind} ${each.row}`] : [])),
    },
  }),
});

function deptOf(code: string, task: Task, { scheme, register }: Pick<RoundContext, 'scheme' | 'register'>) {
  const unit = register.unitOf(task.unit);
  return unit === undefined ? undefined : scheme.ledgers.get(code as LedgerCode)?.by[levelOf(unit)];
}

function askedLedger(code: string, task: Task, { scheme, register }: RoundContext): SchemeLedger {
  const ledger = scheme.ledgers.get(code as LedgerCode);
  const unit = register.unitOf(task.unit);
  const dept = deptOf(code, task, { scheme, register });
  if (ledger === undefined || task.part !== 'forms' || dept === undefined || (task.dept !== '' && task.dept !== dept))
    throw CollectProblem.ledgerNotAsked({ ledger: ledger?.name ?? code, of: unit?.name ?? '' });
  return ledger;
}

type Made =
  | { readonly outcome: RowOutcome }
  | { readonly outcome: RowOutcome; readonly next: Omit<RowVersion, 'unit' | 'source'> };

function outcomeOf(given: Given, ledger: SchemeLedger, before: HeldRow | undefined, at: Finding['at']): Made {
  const standing = before?.ledger === ledger.code ? before : undefined;
  if ((standing?.version ?? 0) !== given.seen || (given.row !== undefined && standing === undefined))
    return { outcome: { kind: 'conflict', version: standing?.version ?? 0, person: standing?.person ?? '' } };
  const row = standing?.row ?? newId();
  const version = given.seen + 1;
  const head = { row, version, ledger: ledger.code };
  if (given.remove === true) {
    if (standing === undefined) return { outcome: { kind: 'refused', findings: [] } };
    const next = { ...head, removed: true, cells: standing.cells };
    return { outcome: { kind: 'removed', row, version, findings: [] }, next };
  }
  const { values, findings } = readCells(given.cells ?? {}, ledger, at);
  if (findings.some(isError)) return { outcome: { kind: 'refused', findings } };
  const cells = cellsOf({ values });
  if (standing !== undefined && textOfCells(standing.cells) === textOfCells(cells))
    return { outcome: { kind: 'same', row, version: standing.version, findings } };
  return { outcome: { kind: 'saved', row, version, findings }, next: { ...head, removed: false, cells } };
}

function readCells(typed: Readonly<Record<string, string>>, ledger: SchemeLedger, at: Finding['at']) {
  const values: Record<string, LedgerValue> = Object.create(null);
  const findings: Finding[] = [];
  for (const code of Object.keys(typed)) {
    if (!ledger.columns.has(code))
      findings.push({ code: 'collect.column.unknown', severity: 'error', at, data: { column: code } });
  }
  for (const column of ledger.columns.values()) {
    const text = Object.hasOwn(typed, column.code) ? (typed[column.code] ?? '').trim() : '';
    const said = { item: column.name, column: column.name, ledger: ledger.name, of: ledger.name };
    if (text === '') {
      if (column.required)
        findings.push({ code: 'collect.ledger.empty', severity: 'warn', at: { ...at, item: column.code }, data: said });
      continue;
    }
    const { value, notes } = readLedgerCell({ kind: 'text', text }, column, false);
    for (const { code, severity, data } of notes)
      findings.push({ code, severity, at: { ...at, item: column.code }, data: { ...said, ...data } });
    if (value !== undefined) values[column.code] = value;
  }
  return { values, findings };
}
