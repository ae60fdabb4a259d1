/**
 * Rows of a 台账 that its unit or department listed in another round of the year and that are not in the list here. Only
 * ledgers both schemes ask for are offered, where the one there has every column of the one here in the same unit.
 */
import Type from 'typebox';
import type { LedgerCode } from '../../kernel/index.ts';
import { query, type Tx } from '../../platform/index.ts';
import type { SchemeLedger } from '../../scheme/index.ts';
import { maySeeRounds } from '../policy.ts';
import { openTwin, type Twin } from '../round/open-twin.ts';
import { openTask } from '../round/read-task.ts';
import type { RoundContext, Task } from '../round/rounds.store.ts';
import { roundsBeside } from '../round/rounds-beside.store.ts';
import { askedLedger } from './asked-ledger.ts';
import { type HeldRow, readLedgerRows, textOfCells, textsOf } from './ledger-rows.store.ts';

/** A row there, with the row here that says the same; each stands for one alone. */
export interface RowElsewhere {
  readonly row: HeldRow;
  readonly here?: HeldRow;
}

/** Throws `collect.taskMissing`, also for a task that may not be seen, and `collect.ledgerNotAsked`. */
export const readRowsElsewhere = query({
  name: 'collect.ledger.elsewhere',
  input: Type.Object(
    {
      round: Type.String({ maxLength: 64 }),
      task: Type.String({ format: 'uuid' }),
      ledger: Type.String({ maxLength: 64 }),
    },
    { additionalProperties: false },
  ),
  may: maySeeRounds,
  async run(tx, { round, task: id, ledger: code }, { who }) {
    const { task, context } = await openTask(tx, who, round, id);
    const ledger = askedLedger(code, task, context);
    const rounds = [];
    for (const beside of await roundsBeside(tx, context.round)) {
      const twin = await openTwin(tx, who, task, beside.round);
      const found = twin === undefined ? [] : await rowsElsewhere(tx, ledger, { task, context }, twin);
      const rows = found
        .filter(({ here }) => here === undefined)
        .map(({ row: { row, version, cells, person, at } }) => ({ row, version, cells: textsOf(cells), person, at }));
      if (rows.length > 0) rounds.push({ ...beside, rows });
    }
    return { rounds };
  },
});

/** Cells of other columns than those here are left there. */
export async function rowsElsewhere(
  tx: Tx,
  ledger: SchemeLedger,
  { task }: { readonly task: Task; readonly context: RoundContext },
  { twin, there }: Twin,
): Promise<readonly RowElsewhere[]> {
  if (!hasColumnsOf(there.scheme.ledgers.get(ledger.code as LedgerCode), ledger)) return [];
  const listed = async ({ tenant, round, task: id }: Pick<Task, 'tenant' | 'round' | 'task'>) =>
    (await readLedgerRows(tx, { tenant, round, task: id }, 'latest')).filter((row) => row.ledger === ledger.code);
  const here = Map.groupBy(await listed(task), ({ cells }) => textOfCells(cells));
  return (await listed(twin)).map((held): RowElsewhere => {
    const row = { ...held, cells: onlyIn(ledger, held.cells) };
    const same = here.get(textOfCells(row.cells))?.pop();
    return { row, ...(same === undefined ? {} : { here: same }) };
  });
}

const hasColumnsOf = (there: SchemeLedger | undefined, { columns }: SchemeLedger): boolean =>
  [...columns.values()].every(({ code, unit }) => there?.columns.get(code)?.unit === unit);

const onlyIn = ({ columns }: SchemeLedger, cells: HeldRow['cells']): HeldRow['cells'] =>
  Object.fromEntries(Object.entries(cells).filter(([column]) => columns.has(column)));
