/** Audit rows as the auditor looks for them, newest first, with the names of what they are about. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Tx } from '../action/transact.ts';
import type { Tables } from '../db/tables.ts';

/** What is looked for; all that is given must hold. */
export interface Wanted {
  /** Entry of the last row of the page before. */
  readonly after?: string;
  /** Name of an action, or its beginning up to a dot. */
  readonly action?: string;
  /** Part of a person's name. */
  readonly person?: string;
  /** Part of what it was about or of its details: an item, a login, a round. */
  readonly words?: string;
  /** Code of a unit: its tasks, scores, mergers. */
  readonly unit?: string;
  /** Instants, the second exclusive. */
  readonly since?: Date;
  readonly until?: Date;
}

const like = (part: string): string => `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`;

/** The caller reads all units of the tenant: tasks of a unit stand behind its wall. */
export const rowsWanted = (tx: Tx, tenant: number, wanted: Wanted, limit: number) => {
  let rows = tx
    .selectFrom('audit')
    .leftJoin('audit_seal', (join) =>
      join.onRef('audit_seal.tenant', '=', 'audit.tenant').onRef('audit_seal.entry', '=', 'audit.entry'),
    )
    .select(['audit.entry', 'audit.at', 'account', 'person', 'action', 'about', 'detail', 'address', 'audit_seal.seq'])
    .where('audit.tenant', '=', tenant);
  const { after, action, person, words, unit, since, until } = wanted;
  // Entries are numbered by time, so the order of entries is that of the record.
  if (after !== undefined) rows = rows.where('audit.entry', '<', after);
  if (action !== undefined)
    rows = rows.where(({ or, eb }) =>
      or([eb('action', '=', action), eb('action', 'like', `${action.replaceAll(/[\\%_]/g, '\\$&')}.%`)]),
    );
  if (person !== undefined) rows = rows.where('person', 'ilike', like(person));
  if (words !== undefined)
    rows = rows.where(({ or, eb }) =>
      or([eb('about', 'ilike', like(words)), eb(sql<string>`detail::text`, 'ilike', like(words))]),
    );
  if (unit !== undefined) rows = rows.where((where) => aboutUnit(where, tenant, unit));
  if (since !== undefined) rows = rows.where('audit.at', '>=', since);
  if (until !== undefined) rows = rows.where('audit.at', '<', until);
  return rows.orderBy('audit.entry', 'desc').limit(limit).execute();
};

/** A task of the unit, or the unit's code among the words. */
const aboutUnit = ({ or, eb }: ExpressionBuilder<Tables, 'audit'>, tenant: number, code: string) =>
  or([
    eb(sql<string>`' ' || about || ' '`, 'like', like(` ${code} `)),
    sql<boolean>`about in (select 'task ' || t.task::text from task t join unit_state s on s.tenant = t.tenant and s.unit = t.unit
      where t.tenant = ${tenant} and s.code = ${code})`,
  ]);

/** Unit and department of tasks. */
export const tasksNamed = async (tx: Tx, tenant: number, tasks: readonly string[]) =>
  tasks.length === 0
    ? []
    : tx
        .selectFrom('task')
        .innerJoin('unit_state', (join) =>
          join
            .onRef('unit_state.tenant', '=', 'task.tenant')
            .onRef('unit_state.unit', '=', 'task.unit')
            .on('unit_state.ends', 'is', null),
        )
        .select(['task', 'round', 'dept', 'part', 'name'])
        .where('task.tenant', '=', tenant)
        .where('task', 'in', [...tasks])
        .execute();

export const accountsNamed = async (tx: Tx, accounts: readonly string[]) =>
  accounts.length === 0
    ? []
    : tx
        .selectFrom('account')
        .select(['account', 'login', 'name'])
        .where('account', 'in', [...accounts])
        .execute();

/** The last row of the action. */
export const lastOf = (tx: Tx, tenant: number, action: string) =>
  tx
    .selectFrom('audit')
    .select(['at', 'person', 'detail'])
    .where((where) => where.and({ tenant, action }))
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
