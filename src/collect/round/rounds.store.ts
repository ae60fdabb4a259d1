/** Rounds and their tasks. */
import { sql } from 'kysely';
import { type Register, registerAt, registerEdition } from '../../org/index.ts';
import { prepared, type Tx } from '../../platform/index.ts';
import { publishedAs, type Scheme } from '../../scheme/index.ts';
import { CollectProblem } from '../problems.ts';
import type { PlannedTask } from './plan-tasks.ts';

/** A round with what it asks and of whom. */
export interface RoundContext {
  readonly round: Awaited<ReturnType<typeof findRound>> & object;
  readonly scheme: Scheme;
  readonly register: Register;
}

/** Throws `collect.roundMissing`. */
export async function loadRound(tx: Tx, tenant: number, code: string): Promise<RoundContext> {
  const { rows } = await tx.executeQuery(roundInForce({ tenant, round: code }));
  if (rows[0] === undefined) throw CollectProblem.roundMissing({ round: code });
  const { hash, register, register_since, register_in, ...round } = rows[0];
  const edition = { register, register_since, register_in };
  return {
    round,
    scheme: await publishedAs(tx, { ...round, hash }),
    register: await registerAt(tx, tenant, round.as_of, edition),
  };
}

/** With what tells whether its scheme and register are those at hand. */
const roundInForce = prepared((from, { tenant, round }: { readonly tenant: number; readonly round: string }) =>
  from
    .selectFrom('round')
    .innerJoin('scheme', (join) =>
      join
        .onRef('scheme.tenant', '=', 'round.tenant')
        .onRef('scheme.scheme', '=', 'round.scheme')
        .onRef('scheme.version', '=', 'round.version'),
    )
    .innerJoin('tenant', 'tenant.tenant', 'round.tenant')
    .selectAll('round')
    .select('scheme.hash')
    .select(registerEdition)
    .where('round.tenant', '=', tenant)
    .where('round.round', '=', round),
);

export const findRound = (tx: Tx, tenant: number, round: string) =>
  tx
    .selectFrom('round')
    .selectAll()
    .where((where) => where.and({ tenant, round }))
    .executeTakeFirst();

/** The round of the year before in the same direction, the last where there were several. */
export const findRoundBefore = (tx: Tx, { tenant, evaluee, direction, year }: RoundContext['round']) =>
  tx
    .selectFrom('round')
    .select(['round', 'as_of'])
    .where((where) => where.and({ tenant, evaluee, direction, year: year - 1 }))
    .orderBy('as_of', 'desc')
    .orderBy('opens', 'desc')
    .limit(1)
    .executeTakeFirst();

export const listRounds = (tx: Tx, tenant: number) =>
  tx.selectFrom('round').selectAll().where('tenant', '=', tenant).orderBy('opens', 'desc').execute();

export const addRound = (tx: Tx, row: Omit<RoundContext['round'], 'revision' | 'template' | 'state'>) =>
  tx
    .insertInto('round')
    .values({ ...row, state: 'collecting' })
    .execute();

export async function addTasks(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string; readonly due: Date },
  tasks: readonly PlannedTask[],
  now: Date,
): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map((task) => ({ ...task, ...of, state: 'draft', changed_at: now }));
  await tx.insertInto('task').values(rows).execute();
}

/** Throws `collect.taskMissing`, for tasks out of reach as well: who may not see one cannot tell whether it is there. */
export async function loadTask(tx: Tx, tenant: number, round: string, task: string) {
  const row = await tx
    .selectFrom('task')
    .selectAll()
    .where((where) => where.and({ tenant, round, task }))
    .executeTakeFirst();
  if (row === undefined) throw CollectProblem.taskMissing({ round, task });
  return row;
}

/** The same, held until the transaction ends: two writers of one task come one after the other. */
export async function lockTask(tx: Tx, tenant: number, round: string, task: string) {
  const { rows } = await tx.executeQuery(heldTask({ tenant, round, task }));
  if (rows[0] === undefined) throw CollectProblem.taskMissing({ round, task });
  return rows[0];
}

const heldTask = prepared(
  (from, { tenant, round, task }: { readonly tenant: number; readonly round: string; readonly task: string }) =>
    from
      .selectFrom('task')
      .selectAll()
      .where((where) => where.and({ tenant, round, task }))
      .forUpdate(),
);

/** The round of a task as it stands now, read after the task was held. */
export async function roundNow(tx: Tx, { tenant, round }: Pick<Task, 'tenant' | 'round'>) {
  const found = await findRound(tx, tenant, round);
  if (found === undefined) throw CollectProblem.roundMissing({ round });
  return found;
}

/** All tasks of a round, held: who writes to one of them now is waited for, and who comes later finds what is set here. */
export const holdTasks = (tx: Tx, tenant: number, round: string) =>
  tx
    .selectFrom('task')
    .selectAll()
    .where((where) => where.and({ tenant, round }))
    .orderBy('task')
    .forUpdate()
    .execute();

export const setRoundState = (tx: Tx, tenant: number, round: string, state: RoundContext['round']['state']) =>
  tx
    .updateTable('round')
    .set({ state })
    .where((where) => where.and({ tenant, round }))
    .execute();

export type Task = Awaited<ReturnType<typeof loadTask>>;

export const listTasks = (tx: Tx, tenant: number, round: string) =>
  tx
    .selectFrom('task')
    .selectAll()
    .where((where) => where.and({ tenant, round }))
    .orderBy('unit')
    .orderBy('dept')
    .orderBy('part')
    .execute();

/**
 * Raises the round's revision for a change that can move a result, and wakes who listens. The row lock on the round
 * puts the changes of one round in one order.
 */
export async function raiseRevision(
  tx: Tx,
  of: { readonly tenant: number; readonly round: string },
  kind: string,
  about: unknown,
  now: Date,
): Promise<bigint> {
  const { revision } = await tx
    .updateTable('round')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1n) }))
    .where((where) => where.and(of))
    .returning('revision')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('change')
    .values({ ...of, revision, kind, about: JSON.stringify(about), at: now })
    .execute();
  await sql`select pg_notify('luzhi_change', ${`${of.tenant} ${of.round} ${revision}`})`.execute(tx);
  return revision;
}

/** An evaluation counts the catalogue as it stands, whether or not the task was accepted. */
export const evidenceMoved = (
  tx: Tx,
  { tenant, round, task, unit }: Pick<Task, 'tenant' | 'round' | 'task' | 'unit'>,
  now: Date,
): Promise<bigint> => raiseRevision(tx, { tenant, round }, 'evidence', { task, unit }, now);

/** Figures stated in each task of the round. */
export async function countAnswers(tx: Tx, tenant: number, round: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('figure')
    .select(['task', ({ fn }) => fn.countAll<bigint>().as('count')])
    .where((where) => where.and({ tenant, round }))
    .groupBy('task')
    .execute();
  return new Map(rows.map(({ task, count }) => [task, Number(count)]));
}
