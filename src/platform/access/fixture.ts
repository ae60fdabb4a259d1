/** People for tests of this folder: a prefecture with a county, a zone and schools, and accounts with posts there. */

import type { Performing } from '../action/action.ts';
import { transact } from '../action/transact.ts';
import type { Db } from '../db/connect.ts';
import { newId } from '../id.ts';
import type { Role, Who } from './contract.ts';
import { hashPassword } from './password.ts';
import { openVault } from './vault.ts';

export const NOW = new Date('2026-03-02T02:00:00Z');
export const PASSWORD = '春天的第一场雨下在云屏县';
export const TENANT = 1;
export const VAULT = openVault('only for tests');

/** unit, kind, parent, host: 清江市 over 云屏县 and 临河县; a zone hosted by 云屏县; a school in each. */
const UNITS = [
  [1, 'prefecture', null, null, '清江市'],
  [2, 'county', 1, null, '云屏县'],
  [3, 'county', 1, null, '临河县'],
  [4, 'zone', 1, 2, '经开区'],
  [5, 'school', 2, null, '云屏一小'],
  [6, 'school', 4, null, '经开区实验学校'],
  [7, 'school', 3, null, '临河一小'],
] as const;
export const [CITY, YUNPING, LINHE, ZONE, YUNPING_SCHOOL, ZONE_SCHOOL, LINHE_SCHOOL] = [1, 2, 3, 4, 5, 6, 7] as const;

export async function addPrefecture(db: Db, tenant = TENANT, name = '清江市'): Promise<void> {
  await db
    .insertInto('tenant')
    .values({ tenant, code: `88${tenant}`, name, created_at: NOW })
    .execute();
  await transact(db, { tenant, reach: '*' }, async (tx) => {
    for (const [unit, kind, parent, host, called] of UNITS) {
      await tx.insertInto('unit').values({ tenant, unit, created_at: NOW }).execute();
      const state = { code: `8812${unit}`, name: called, kind, parent, host, attributes: '{}', place: unit };
      await tx
        .insertInto('unit_state')
        .values({ tenant, unit, begins: '2020-01-01', ...state })
        .execute();
    }
  });
}

let hashed: Promise<string> | undefined;

export async function addPerson(
  db: Db,
  login: string,
  posts: readonly (readonly [Role, number, string?])[],
  tenant = TENANT,
): Promise<string> {
  const account = newId();
  hashed ??= hashPassword(PASSWORD);
  const password = await hashed;
  await db
    .insertInto('account')
    .values({ account, login, name: login, password, state: 'active', created_at: NOW })
    .execute();
  for (const [role, unit, dept = ''] of posts) {
    await db
      .insertInto('post')
      .values({ post: newId(), account, tenant, unit, dept, role, begins: '2025-01-01', created_at: NOW })
      .execute();
  }
  return account;
}

export const auditOf = (db: Db, about: string, tenant = TENANT) =>
  transact(db, { tenant, reach: '*' }, (tx) =>
    tx
      .selectFrom('audit')
      .select(['action', 'person', 'detail', 'address'])
      .where('about', '=', about)
      .orderBy('entry')
      .execute(),
  );

export const minutesLater = (minutes: number, from = NOW): Date => new Date(from.getTime() + minutes * 60_000);

export const PIN = '481516';
export const PIN_HASH = (): Promise<string> => hashPassword(PIN);

export const moveUnder = (db: Db, unit: number, parent: number, tenant = TENANT): Promise<void> =>
  transact(db, { tenant, reach: '*' }, async (tx) => {
    const here = { tenant, unit };
    await tx
      .updateTable('unit_state')
      .set({ parent })
      .where((where) => where.and(here))
      .execute();
    await tx
      .updateTable('tenant')
      .set((row) => ({ register: row('register', '+', 1) }))
      .where('tenant', '=', tenant)
      .execute();
  });

/** What an action is performed with. */
export const performing = (db: Db, who: Who, now = NOW): Performing => {
  const none = () => Promise.reject(new Error('access reads no files'));
  const sent = { read: none, drop: none, keep: () => Promise.resolve() };
  return { db, who, now, files: { read: none, put: none, take: none, sentBy: () => sent } };
};
