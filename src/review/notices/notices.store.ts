/** Notices: who has to know of a decision finds it when they come in. */

import { sql } from 'kysely';
import type { Task } from '../../collect/index.ts';
import { enqueue, newId, type Tx } from '../../platform/index.ts';

export async function tell(
  tx: Tx,
  tenant: number,
  accounts: readonly string[],
  kind: string,
  data: unknown,
  at: Date,
): Promise<void> {
  if (accounts.length === 0) return;
  const rows = accounts.map((account) => ({ tenant, notice: newId(), account, kind, data: JSON.stringify(data), at }));
  await tx.insertInto('notice').values(rows).execute();
  for (const account of new Set(accounts))
    if (!(await isMailWaiting(tx, tenant, account))) await wantLetter(tx, tenant, account, at);
}

/** One letter, when others may have come up beside it. */
export function wantLetter(tx: Tx, tenant: number, account: string, at: Date): Promise<string> {
  const due = new Date(at.getTime() + BUNDLE_MS);
  return enqueue(tx, { tenant, kind: MAIL_JOB, input: { account }, author: null }, at, due);
}

export const MAIL_JOB = 'notice.mail';
/** What comes up within it goes out in one letter. */
const BUNDLE_MS = 60_000;

const isMailWaiting = async (tx: Tx, tenant: number, account: string): Promise<boolean> =>
  (await tx
    .selectFrom('job')
    .select('job')
    .where((where) => where.and({ tenant, kind: MAIL_JOB, state: 'waiting' }))
    .where(sql<string>`input->>'account'`, '=', account)
    .executeTakeFirst()) !== undefined;

/** Neither read nor mailed, oldest first. */
export const unmailedNotices = (tx: Tx, tenant: number, account: string) =>
  tx
    .selectFrom('notice')
    .select(['notice', 'kind', 'data'])
    .where((where) => where.and({ tenant, account }))
    .where('read_at', 'is', null)
    .where('mailed_at', 'is', null)
    .orderBy('at')
    .limit(LETTER_NOTICES)
    .execute();
export type Unmailed = Awaited<ReturnType<typeof unmailedNotices>>[number];

/** Names of rounds by their codes. */
export async function namesOfRounds(tx: Tx, tenant: number): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('round').select(['round', 'name']).where('tenant', '=', tenant).execute();
  return new Map(rows.map(({ round, name }) => [round, name]));
}

/** A letter is read on a telephone; what is more goes out in the next. */
export const LETTER_NOTICES = 50;

export const markMailed = (tx: Tx, tenant: number, notices: readonly Unmailed[], at: Date) =>
  tx
    .updateTable('notice')
    .set({ mailed_at: at })
    .where('tenant', '=', tenant)
    .where(
      'notice',
      'in',
      notices.map(({ notice }) => notice),
    )
    .execute();

/** Where and in which language an account is written to; undefined for one that is closed. */
export const findReader = (tx: Tx, account: string) =>
  tx
    .selectFrom('account')
    .select(['mail', 'language'])
    .where((where) => where.and({ account, state: 'active' }))
    .executeTakeFirst();

/** Accounts that hold one of the roles in the unit on the day, for the department or for all of it. */
export const accountsAt = async (
  tx: Tx,
  { tenant, dept }: Pick<Task, 'tenant' | 'dept'>,
  unit: number,
  role: string,
  day: string,
): Promise<readonly string[]> => {
  const rows = await tx
    .selectFrom('post')
    .select('account')
    .distinct()
    .where((where) => where.and({ tenant, unit, role }))
    .where('dept', 'in', ['', dept])
    .where('begins', '<=', day)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]))
    .execute();
  return rows.map(({ account }) => account);
};

/** The reminder of a task by a person that one of the accounts was given since. */
export async function lastReminder(
  tx: Tx,
  { tenant, task }: Pick<Task, 'tenant' | 'task'>,
  accounts: readonly string[],
  since: Date,
): Promise<{ readonly person: string } | undefined> {
  const row = await tx
    .selectFrom('notice')
    .select(sql<string>`data->>'person'`.as('person'))
    .where((where) => where.and({ tenant, kind: 'task.remind' }))
    .where('account', 'in', [...accounts])
    .where('at', '>', since)
    .where(sql<string>`data->>'task'`, '=', task)
    .executeTakeFirst();
  return row;
}

/** One that was told to the account. */
export const findNotice = (tx: Tx, tenant: number, account: string, notice: string) =>
  tx
    .selectFrom('notice')
    .select(['kind', 'data'])
    .where((where) => where.and({ tenant, account, notice }))
    .executeTakeFirst();

/** Newest first; identities are made in the order of time. */
export const listNotices = (
  tx: Tx,
  tenant: number,
  account: string,
  { after, limit }: { readonly after: string | undefined; readonly limit: number },
) =>
  tx
    .selectFrom('notice')
    .select(['notice', 'kind', 'data', 'at', 'read_at'])
    .where((where) => where.and({ tenant, account }))
    .$if(after !== undefined, (older) => older.where('notice', '<', after ?? ''))
    .orderBy('notice', 'desc')
    .limit(limit)
    .execute();

export const readNotices = (tx: Tx, tenant: number, account: string, notices: readonly string[], at: Date) =>
  tx
    .updateTable('notice')
    .set({ read_at: at })
    .where((where) => where.and({ tenant, account }))
    .where('notice', 'in', [...notices])
    .where('read_at', 'is', null)
    .executeTakeFirst();
