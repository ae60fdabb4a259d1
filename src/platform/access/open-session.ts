/** The last step of every way in: the tenant is chosen, the session made, and both recorded in one transaction. */
import { Problem } from '../../kernel/index.ts';
import { transact } from '../action/transact.ts';
import { recordAudit } from '../audit/record.ts';
import type { Db } from '../db/connect.ts';
import type { AccountRow } from './attempts.ts';
import { civilDay } from './civil-day.ts';
import type { Who } from './contract.ts';
import { homeOf } from './home.ts';
import { AccessProblem } from './problems.ts';
import { addSession, type Session } from './session.ts';
import { loadWho, tenantsOn } from './who.ts';

export interface Entering {
  readonly address: string;
  /** `User-Agent`, shown in the list of one's sessions. */
  readonly agent: string;
  readonly now: Date;
  /** Needed where the account holds posts in several tenants. */
  readonly tenant?: number | undefined;
}

export interface SignedIn extends Session {
  /** For the cookie; it is nowhere else. */
  readonly secret: string;
}

/** A known account: it may still hold no post today. Throws `access.noPost`, `access.tenantWanted`. */
export async function openSession(
  db: Db,
  { account, name, must_change: mustChange }: AccountRow,
  person: { readonly person: string; readonly name: string } | undefined,
  means: string,
  { address, agent, now, tenant: wanted }: Entering,
): Promise<SignedIn> {
  const tenant = await chooseTenant(db, account, wanted, now);
  const acting = { account, tenant, person: person?.name ?? name, address };
  const who = await loadWho(db, { ...acting, mustChange }, now);
  const { secret, row } = await transact(db, who, async (tx) => {
    const added = await addSession(tx, { account, tenant, person: person?.person ?? null, address, agent }, now);
    recordAudit(tx, { who, now }, 'access.signIn', { about: account, detail: { means } });
    return added;
  });
  const { session, csrf, created_at: createdAt, expires_at: expiresAt } = row;
  return { secret, who, session, csrf, mustChange, createdAt, expiresAt };
}

/** Throws `access.noPost`, `access.tenantWanted`. */
export async function chooseTenant(db: Db, account: string, wanted: number | undefined, now: Date): Promise<number> {
  const open = await tenantsOn(db, account, civilDay(now));
  const [only, ...others] = wanted === undefined ? open : open.filter(({ tenant }) => tenant === wanted);
  if (only === undefined) throw AccessProblem.noPost({});
  if (others.length > 0)
    throw AccessProblem.tenantWanted({ tenants: open.map(({ tenant, name }) => `${tenant} ${name}`) });
  return only.tenant;
}

/** A known account that was not let in, in the record of the tenant that keeps it. */
export async function recordRefusal(
  db: Db,
  { account, name }: Pick<AccountRow, 'account' | 'name'>,
  why: string,
  { address, now }: Entering,
): Promise<void> {
  const tenant = await homeOf(db, account);
  if (tenant === undefined) return;
  const who: Who = { account, person: name, tenant, posts: [], reach: [], address };
  await transact(db, who, async (tx) =>
    recordAudit(tx, { who, now }, 'access.signIn.refused', { about: account, detail: { why } }),
  );
}

const QUESTIONS: ReadonlySet<string> = new Set(['access.personWanted', 'access.tenantWanted']);

/** Refusals of somebody who is known go on record, but for questions that wait for their answer. */
export async function onRecord<T>(db: Db, account: AccountRow, entering: Entering, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Problem && !QUESTIONS.has(error.code)) {
      await recordRefusal(db, account, error.code.replace(/^access\./, ''), entering);
    }
    throw error;
  }
}
