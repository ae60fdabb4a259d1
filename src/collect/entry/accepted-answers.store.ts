/** What of a round was accepted, held task by task: after an acceptance only the figures it moved are read again. */
import { type Figure, printPeriod } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Submission } from '../contract.ts';
import type { RoundContext } from '../round/rounds.store.ts';
import { loadRest } from './answers.store.ts';
import { figureOf, readVersions, rowKey, type Which } from './figures.store.ts';

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
  return { held, submission: { figures, ...(await loadRest(tx, of, context, 'accepted')) } };
}

async function read(tx: Tx, which: Which, { register }: Context): Promise<readonly Held[]> {
  return (await readVersions(tx, which, 'accepted')).flatMap((row) => {
    const figure = figureOf(row, register);
    return figure === undefined ? [] : [{ task: row.task, subject: row.subject, key: rowKey(row), figure }];
  });
}

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
