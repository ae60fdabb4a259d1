/** What changed since the last decision that sent the task back to its filler or let it through: was and now of each figure. */
import type { RoundContext, Task } from '../../collect/index.ts';
import type { Tx } from '../../platform/index.ts';
import { listDecisions, listReturned } from '../decisions.store.ts';
import { countRowsSince, type FigureOf, listVersions } from './figures.store.ts';

/** A list of 2,000 schools filed anew changes everything; a person reads the first of it. */
const CHANGES_SHOWN = 1_000;

interface Said {
  readonly version: number;
  readonly typed: string;
  readonly unit: string | null;
  readonly person: string;
  readonly at: Date;
  readonly reason: string | null;
}

export interface Change extends FigureOf {
  readonly of: string;
  readonly name: string;
  /** Null where nothing had been said by then. */
  readonly was: Said | null;
  readonly now: Said;
  /** Why it was returned, where that is not answered yet. */
  readonly returned: string | null;
}

/** `since` is null, and everything is new, where no such decision was made yet. */
export async function changesSince(tx: Tx, task: Task, { scheme, register }: RoundContext) {
  const decisions = await listDecisions(tx, task);
  const last = decisions.findLast(({ verdict, became }) => became === 'returned' || verdict === 'accept');
  const since = last?.at ?? new Date(0);
  const reasons = new Map((await listReturned(tx, task)).map((row) => [keyOf(row), row.returned]));
  const versions = await listVersions(tx, task);
  const figures = Map.groupBy(versions, (row) => `${keyOf(row)}\t${row.reporter}\t${row.dept}\t${row.scope}`);
  const changes = [...figures.values()].flatMap((said): Change[] => {
    const [now, was] = [said.at(-1), said.findLast(({ at }) => at <= since)];
    if (now === undefined || now.at <= since) return [];
    const { subject, item, period } = now;
    const of = register.unitOf(subject)?.name ?? '';
    const name = scheme.items.get(item as never)?.name ?? item;
    const returned = reasons.get(keyOf(now)) ?? null;
    return [{ subject, of, item, name, period, was: was ? saidBy(was) : null, now: saidBy(now), returned }];
  });
  const rows = (await countRowsSince(tx, task, since)).map(({ ledger, removed, count }) => ({
    ledger,
    change: removed ? 'removed' : 'added',
    count: Number(count),
  }));
  return {
    since: last === undefined ? null : { verdict: last.verdict, person: last.person, at: last.at, reason: last.reason },
    changes: changes.slice(0, CHANGES_SHOWN),
    more: Math.max(0, changes.length - CHANGES_SHOWN),
    rows,
  };
}

const keyOf = ({ subject, item, period }: FigureOf): string => `${subject}\t${item}\t${period}`;

const saidBy = ({
  version,
  typed,
  typed_unit,
  person,
  at,
  reason,
}: Awaited<ReturnType<typeof listVersions>>[number]): Said => ({
  version,
  typed,
  unit: typed_unit,
  person,
  at,
  reason,
});
