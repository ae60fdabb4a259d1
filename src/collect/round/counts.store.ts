/** How far tasks are, counted for the lists people begin their day with. */
import { sql } from 'kysely';
import { periodOf, printPeriod } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { Scheme } from '../../scheme/index.ts';

/** Figures of this year in each of the tasks of which the latest version says something. No join, as `readVersions` tells. */
export async function countFilled(
  tx: Tx,
  { tenant, round, tasks }: { readonly tenant: number; readonly round: string; readonly tasks: readonly string[] },
  { items, year }: Pick<Scheme, 'items' | 'year'>,
): Promise<ReadonlyMap<string, number>> {
  if (tasks.length === 0) return new Map();
  const periods = [...new Set([...items.values()].map(({ period }) => printPeriod(periodOf(period, year))))];
  const { rows } = await sql<{ task: string; count: bigint }>`
    select task, count(*) as count from (
      select distinct on (task, subject, item, period, reporter, dept, scope) task, kind, gap from figure_version
       where tenant = ${tenant} and round = ${round} and task = any(${[...tasks]}::uuid[]) and period = any(${periods})
       order by task, subject, item, period, reporter, dept, scope, version desc) latest
     where not (kind = 'gap' and gap = 'missing')
     group by task`.execute(tx);
  return new Map(rows.map(({ task, count }) => [task, Number(count)]));
}

/** Figures of each task that wait for a correction. */
export async function countReturned(tx: Tx, tenant: number, round: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('figure')
    .select(['task', ({ fn }) => fn.countAll<bigint>().as('count')])
    .where((where) => where.and({ tenant, round }))
    .where('returned', 'is not', null)
    .groupBy('task')
    .execute();
  return new Map(rows.map(({ task, count }) => [task, Number(count)]));
}
