/**
 * 台账 row by row: added, changed, removed. Each row has its own outcome, as figures have.
 */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { touchTask } from '../entry/figures.store.ts';
import { holdTaskSeen } from '../round/refuse-unseen.ts';
import { roundNow } from '../round/rounds.store.ts';
import { refuseUnlessOpen } from '../round/states.ts';
import { askedLedger, mayFillLedger } from './asked-ledger.ts';
import { appendRowVersions, type RowVersion, readLedgerRows } from './ledger-rows.store.ts';
import { movedOf, outcomeOf, type RowOutcome } from './row-outcome.ts';

export const ROWS_LIMIT = 500;

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

/** Throws `collect.taskMissing`, `taskClosed`, `roundClosed`, `ledgerNotAsked`. */
export const saveRows = action({
  name: 'collect.ledger.save',
  input: SaveRows,
  load: (tx, { round, task }, { who }) => holdTaskSeen(tx, who, round, task),
  may: (who, { task, context }, { ledger }) => mayFillLedger(who, ledger, task, context),
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
      rows: movedOf(outcomes),
    },
  }),
});
