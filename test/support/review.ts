/** Steps of tasks in 清江市, taken by named people. */
import { expect } from 'vitest';
import { listTasks } from '../../src/collect/index.ts';
import { type Problem, sayWith } from '../../src/kernel/index.ts';
import { type Action, type Performing, type Tx, transact, type Who } from '../../src/platform/index.ts';
import { acceptTask, approveTask, messages, submitTask } from '../../src/review/index.ts';
import { ROUND, type Year } from './year.ts';

type Any = Action<never, never>;

export interface Desk {
  readonly everything: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  taskOf(unit: string, part?: string): Promise<Awaited<ReturnType<typeof listTasks>>[number]>;
  /** Performs what concerns the unit's task, naming the edition that stands unless `more` says another. */
  take<Out>(
    who: Who,
    action: Action<never, Out> | unknown,
    unit?: string,
    more?: object,
    by?: Partial<Performing>,
  ): Promise<Out>;
  /** The names of what was done about the task, in order. */
  audited(about: string): Promise<readonly string[]>;
  /** Until so many transactions of this database wait for a lock. */
  waiting(count: number): Promise<void>;
  /** From its filler over 县督导室 and 县政府 to the city's office, by a person each. */
  submitted(unit: string): Promise<void>;
  accepted(unit: string, by: Who): Promise<void>;
}

export function openDesk(year: Year, unitUsual = '云屏县'): Desk {
  const everything: Desk['everything'] = (work) => transact(year.open.db, { tenant: 1, reach: '*' }, work);
  const taskOf: Desk['taskOf'] = async (unit, part = 'forms') => {
    const tasks = await everything((tx) => listTasks(tx, 1, ROUND));
    const found = tasks.find((task) => task.unit === year.numberOf(unit) && task.part === part);
    return found ?? expect.unreachable(`no task of ${unit}`);
  };
  const take: Desk['take'] = async (who, action, unit = unitUsual, more = {}, by = {}) => {
    const { task, edition } = await taskOf(unit);
    return year.as(who, action as Any, { round: ROUND, task, edition, ...more }, by);
  };
  const submitted: Desk['submitted'] = async (unit) => {
    await take(await year.person(`${unit}填报`, 'reporter', unit), submitTask, unit);
    await take(await year.person(`${unit}督导`, 'office', unit), approveTask, unit);
    await take(await year.person(`${unit}政府`, 'approver', unit), approveTask, unit);
  };
  return {
    everything,
    taskOf,
    take,
    submitted,
    async waiting(count) {
      const sql = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      while ((await year.open.pool.query(sql)).rows.length < count);
    },
    async accepted(unit, by) {
      await submitted(unit);
      await take(by, acceptTask, unit);
    },
    async audited(about) {
      const rows = await everything((tx) =>
        tx.selectFrom('audit').select('action').where('about', '=', about).orderBy('entry').execute(),
      );
      return rows.map(({ action }) => action);
    },
  };
}

/** Code of the refusal, which has a sentence in both languages. */
export async function refusal(act: Promise<unknown>): Promise<string> {
  const problem: Problem = await act.then(
    () => expect.unreachable('nothing was refused'),
    (error) => error,
  );
  if (problem.code?.startsWith('review.'))
    for (const table of [messages.zh, messages.en]) expect(sayWith(table)(problem)).not.toMatch(/undefined/);
  return problem.code ?? String(problem);
}
