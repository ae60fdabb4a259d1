/** The ledgers a task is asked for, with their columns and the rows that stand. */
import Type from 'typebox';
import type { Source } from '../../kernel/index.ts';
import { levelOf } from '../../org/on-files.ts';
import { query } from '../../platform/index.ts';
import { mayOpenTask, maySeeRounds } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import { loadRound, loadTask } from '../round/rounds.store.ts';
import { readLedgerRows, textsOf } from './ledger-rows.store.ts';

/** Throws `collect.taskMissing`, also for a task that may not be seen. */
export const readLedgers = query({
  name: 'collect.ledger.read',
  input: Type.Object(
    { round: Type.String({ maxLength: 64 }), task: Type.String({ format: 'uuid' }) },
    { additionalProperties: false },
  ),
  may: maySeeRounds,
  async run(tx, { round, task: id }, { who }) {
    const task = await loadTask(tx, who.tenant, round, id);
    const context = await loadRound(tx, who.tenant, round);
    const unit = context.register.unitOf(task.unit);
    if (unit === undefined || !mayOpenTask(who, task, context)) throw CollectProblem.taskMissing({ round, task: id });
    const rows = Map.groupBy(
      await readLedgerRows(tx, { tenant: who.tenant, round, task: id }, 'latest'),
      ({ ledger }) => ledger,
    );
    const asked = [...context.scheme.ledgers.values()].filter(({ by }) => {
      const dept = by[levelOf(unit)];
      return task.part === 'forms' && dept !== undefined && (task.dept === '' || task.dept === dept);
    });
    return {
      ledgers: asked.map(({ code, name, columns }) => ({
        ledger: code,
        name,
        columns: [...columns.values()],
        rows: (rows.get(code) ?? []).map(({ row, version, cells, person, at, accepted, source }) => ({
          ...{ row, version, cells: textsOf(cells), person, at, accepted },
          ...whence(source as Source),
        })),
      })),
    };
  },
});

/** Of a row that was taken over: from which round, whose it was there. */
const whence = (source: Source) =>
  source.kind === 'round' ? { from: { round: source.round, name: source.name, person: source.person } } : {};
