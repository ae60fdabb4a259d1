/** The three administrators of a tenant that has none yet (三员分立): the first start makes them, nothing else can. */
import { transact } from '../../action/transact.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Db } from '../../db/connect.ts';
import { newId } from '../../id.ts';
import { civilDay } from '../civil-day.ts';
import type { Role, Who } from '../contract.ts';
import { oneTime, oneTimePassword } from '../password.ts';
import { addPost, hasAdministrators, holdPosts } from '../posts/posts.store.ts';
import { AccessProblem } from '../problems.ts';
import { ROLE_WORDS } from '../role-words.ts';
import { addAccountRow } from './accounts.store.ts';

const FOUNDED = [
  ['securityAdmin', 'security'],
  ['systemAdmin', 'system'],
  ['auditAdmin', 'audit'],
] as const satisfies readonly (readonly [Role, string])[];

export interface Founded {
  readonly role: Role;
  readonly login: string;
  /** One-time, and nowhere else. */
  readonly password: string;
}

/**
 * `unit` is the number of the root, or the one it will have: an empty register gives its first unit number 1. Logins are
 * `security`, `system` and `audit`, with the tenant's number behind them when another tenant has those. Throws
 * `access.alreadyFounded`.
 */
export function foundAdministrators(db: Db, tenant: number, unit: number, now: Date): Promise<readonly Founded[]> {
  return transact(db, { tenant, reach: [] }, async (tx) => {
    await holdPosts(tx, tenant);
    if (await hasAdministrators(tx, tenant)) throw AccessProblem.alreadyFounded({});
    const founded: Founded[] = [];
    for (const [role, word] of FOUNDED) {
      const [account, password] = [newId(), oneTimePassword()];
      const name = ROLE_WORDS.get(role)?.zh ?? role;
      const row = { account, name, state: 'active' as const, created_at: now, ...(await oneTime(password, now)) };
      const login = (await addAccountRow(tx, { ...row, login: word })) ? word : `${word}-${tenant}`;
      if (login !== word && !(await addAccountRow(tx, { ...row, login }))) throw AccessProblem.loginTaken({ login });
      await addPost(tx, { account, tenant, unit, dept: '', role, begins: civilDay(now), ends: null }, now);
      const who: Who = { account, person: name, tenant, posts: [], reach: [], address: '' };
      const detail = { login, role, means: 'first start' };
      recordAudit(tx, { who, now }, 'access.administrator.found', { about: account, detail });
      founded.push({ role, login, password });
    }
    return founded;
  });
}
