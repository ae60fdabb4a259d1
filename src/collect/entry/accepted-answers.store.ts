/** What of a round was accepted, held task by task: after an acceptance only the figures it moved are read again. */
import { CompiledQuery } from 'kysely';
import { type Figure, printPeriod } from '../../kernel/index.ts';
import { type Tx, withoutWaiting } from '../../platform/index.ts';
import type { Submission } from '../contract.ts';
import type { RoundContext } from '../round/rounds.store.ts';
import { loadRest } from './answers.store.ts';
import type { Which } from './figures.store.ts';
import { figureOf, rowKey, STATED } from './version-row.ts';

type Context = Pick<RoundContext, 'scheme' | 'register'>;
interface Held {
  readonly task: string;
  readonly subject: number;
  readonly key: string;
  readonly figure: Figure;
}
export interface AcceptedAnswers {
  readonly held: readonly Held[];
  readonly submission: Omit<Submission, 'findings'>;
}

/** More tasks than these are read sooner with all others than one by one. */
const FEW = 8;

/** `known` is an earlier reading with the same register, and `moved` the tasks anything was accepted in since. */
export async function loadAccepted(
  tx: Tx,
  of: Pick<Which, 'tenant' | 'round'>,
  context: Context,
  since?: { readonly known: AcceptedAnswers; readonly moved: ReadonlySet<string> },
): Promise<AcceptedAnswers> {
  const held = (since && (await reread(tx, of, context, since))) ?? (await read(tx, of, context));
  const figures = held.map(({ figure }) => figure);
  return { held, submission: { figures, onlyAccepted: true, ...(await loadRest(tx, of, context, 'accepted')) } };
}

/** One statement, so that of the tens of thousands of rows each comes once, with no more than a figure is made of. */
async function read(tx: Tx, { tenant, round, task }: Which, { register }: Context): Promise<readonly Held[]> {
  withoutWaiting(tx, NO_LOOPS);
  const rows = tx
    .selectFrom('figure as f')
    .innerJoin('figure_version as v', (join) =>
      join
        .onRef('v.tenant', '=', 'f.tenant')
        .onRef('v.round', '=', 'f.round')
        .onRef('v.subject', '=', 'f.subject')
        .onRef('v.item', '=', 'f.item')
        .onRef('v.period', '=', 'f.period')
        .onRef('v.reporter', '=', 'f.reporter')
        .onRef('v.dept', '=', 'f.dept')
        .onRef('v.scope', '=', 'f.scope')
        .onRef('v.version', '=', 'f.accepted'),
    )
    .select([...STATED.map((column) => `v.${column}` as const), 'v.round', 'v.task'])
    .where((where) => where.and({ 'f.tenant': tenant, 'f.round': round, 'v.tenant': tenant, 'v.round': round }))
    .$if(task !== undefined, (of) => of.where('f.task', '=', task ?? '').where('v.task', '=', task ?? ''))
    .orderBy('v.subject')
    .orderBy('v.item')
    .orderBy('v.period')
    .execute();
  withoutWaiting(tx, LOOPS);
  return (await rows).flatMap((row) => {
    const figure = figureOf(row, register);
    return figure === undefined ? [] : [{ task: row.task, subject: row.subject, key: rowKey(row), figure }];
  });
}

// A table filled this minute is planned for as an empty one: row by row, which of a whole prefecture takes minutes.
const NO_LOOPS = CompiledQuery.raw('set local enable_nestloop = off');
const LOOPS = CompiledQuery.raw('set local enable_nestloop = on');

/** Undefined where all has to be read. */
async function reread(
  tx: Tx,
  of: Pick<Which, 'tenant' | 'round'>,
  context: Context,
  { known, moved }: { readonly known: AcceptedAnswers; readonly moved: ReadonlySet<string> },
): Promise<readonly Held[] | undefined> {
  if (moved.size === 0) return known.held;
  if (moved.size > FEW) return undefined;
  const anew: Held[] = [];
  for (const task of moved) {
    const { count } = await tx
      .selectFrom('figure')
      .select(({ fn }) => fn.countAll<bigint>().as('count'))
      .where((where) => where.and({ ...of, task }))
      .where('accepted', 'is not', null)
      .executeTakeFirstOrThrow();
    const ofTask = await read(tx, { ...of, task }, context);
    // A figure that came from another task may stand accepted as it was stated there.
    if (BigInt(ofTask.length) < BigInt(count)) return undefined;
    anew.push(...ofTask);
  }
  const taken = new Set(anew.map(({ key }) => key));
  const left = known.held.filter(({ task, key }) => !moved.has(task) && !taken.has(key));
  return [...left, ...anew].sort(asRead);
}

/** The order of a reading of all. */
const asRead = (a: Held, b: Held): number =>
  a.subject - b.subject ||
  compare(a.figure.key.item, b.figure.key.item) ||
  compare(printPeriod(a.figure.key.period), printPeriod(b.figure.key.period));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
