/** What an empty database is filled with: the sample prefecture, or three administrators for real work. */
import { loadSampleYear } from '../../sample/year/index.ts';
import { foundAdministrators, type Role } from '../platform/index.ts';
import type { App } from './app.ts';

export interface FirstSignIn {
  readonly role: Role;
  readonly of: string;
  readonly login: string;
  readonly password: string;
}

const TENANT = 1;

/**
 * Ways in that were made now; none when the database was in use before. A first start is whole or not at all: its end is
 * noted only after `tell` has shown the passwords, and one that was cut off before is cleared and begun anew.
 */
export async function firstStart(
  app: App,
  sample: boolean,
  tell: (signIns: readonly FirstSignIn[]) => void = () => {},
): Promise<readonly FirstSignIn[]> {
  const { db, alone } = app.database;
  if (await isFounded(app)) return [];
  return alone(async (clear) => {
    // Another process may have been first.
    if (await isFounded(app)) return [];
    await clear();
    await db
      .insertInto('tenant')
      .values({ tenant: TENANT, code: String(TENANT), name: '', founding: true, created_at: new Date() })
      .execute();
    const signIns = await found(app, sample);
    tell(signIns);
    await db.updateTable('tenant').set({ founding: false }).where('tenant', '=', TENANT).execute();
    return signIns;
  });
}

async function isFounded({ database: { db } }: App): Promise<boolean> {
  const whole = db.selectFrom('tenant').select('tenant').where('founding', '=', false).limit(1);
  return (await whole.executeTakeFirst()) !== undefined;
}

async function found({ database: { db, count }, files }: App, sample: boolean): Promise<readonly FirstSignIn[]> {
  const now = (): Date => new Date();
  if (sample) return loadSampleYear({ db, files, now, count });
  return (await foundAdministrators(db, TENANT, 1, now())).map((each) => ({ ...each, of: '' }));
}
