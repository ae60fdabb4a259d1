/** 沿用: rows listed in another round of the same year are listed here as if they were typed, with whence they came. */
import Type from 'typebox';
import { action } from '../../platform/index.ts';
import { touchTask } from '../entry/figures.store.ts';
import { loadBeside, openTwin } from '../round/open-twin.ts';
import { holdTaskSeen } from '../round/refuse-unseen.ts';
import { roundNow } from '../round/rounds.store.ts';
import { refuseUnlessOpen } from '../round/states.ts';
import { askedLedger, mayFillLedger } from './asked-ledger.ts';
import { appendRowVersions, type RowVersion, textsOf } from './ledger-rows.store.ts';
import { movedOf, outcomeOf, type RowOutcome } from './row-outcome.ts';
import { rowsElsewhere } from './rows-elsewhere.ts';
import { ROWS_LIMIT } from './save-rows.ts';

const TakeOverRows = Type.Object(
  {
    round: Type.String({ maxLength: 64 }),
    task: Type.String({ format: 'uuid' }),
    ledger: Type.String({ maxLength: 64 }),
    /** The round they were listed in. */
    from: Type.String({ maxLength: 64 }),
    rows: Type.Array(
      Type.Object(
        {
          /** There, and its version as it was shown. */
          row: Type.String({ format: 'uuid' }),
          version: Type.Integer({ minimum: 1 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: ROWS_LIMIT },
    ),
  },
  { additionalProperties: false },
);

/** Throws what `saveRows` throws, and `collect.roundMissing` for a round that is not beside this one. */
export const takeOverRows = action({
  name: 'collect.ledger.takeOver',
  input: TakeOverRows,
  async load(tx, { round, task, from }, { who }) {
    const held = await holdTaskSeen(tx, who, round, task);
    const beside = await loadBeside(tx, held.context, from);
    return { ...held, beside, twin: await openTwin(tx, who, held.task, from) };
  },
  may: (who, { task, context }, { ledger }) => mayFillLedger(who, ledger, task, context),
  async run(tx, { ledger: code, rows }, { beside, twin, ...held }, { who, now }) {
    const { task, context } = held;
    refuseUnlessOpen(task, await roundNow(tx, task));
    const ledger = askedLedger(code, task, context);
    const found = twin === undefined ? [] : await rowsElsewhere(tx, ledger, held, twin);
    const there = new Map(found.map((each) => [each.row.row, each]));
    const place = { unit: context.register.unitOf(task.unit)?.code ?? '' };
    const notThere = { code: 'collect.entry.notElsewhere', severity: 'error', at: place } as const;
    const versions: RowVersion[] = [];
    const outcomes = rows.map((asked): RowOutcome => {
      const of = there.get(asked.row);
      // One that was asked for twice is there no more the second time.
      there.delete(asked.row);
      if (of?.row.version !== asked.version)
        return { kind: 'refused', findings: [{ ...notThere, data: { item: ledger.name, round: beside.name } }] };
      if (of.here !== undefined) return { kind: 'same', row: of.here.row, version: of.here.version, findings: [] };
      const made = outcomeOf({ seen: 0, cells: textsOf(of.row.cells) }, ledger, undefined, place);
      const { version, person } = of.row;
      const source = { kind: 'round', round: beside.round, name: beside.name, version, person } as const;
      if ('next' in made) versions.push({ ...made.next, unit: task.unit, source });
      return made.outcome;
    });
    const of = { tenant: who.tenant, round: task.round, task: task.task };
    await appendRowVersions(tx, of, versions, { author: who.account, person: who.person, at: now });
    const edition = versions.length === 0 ? task.edition : touchTask(tx, task, now);
    return { edition, outcomes };
  },
  audit: ({ outcomes }, { task, ledger, from }) => ({
    about: `task ${task}`,
    detail: { ledger, from, rows: movedOf(outcomes) },
  }),
});
