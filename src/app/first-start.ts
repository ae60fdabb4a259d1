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

/** Ways in that were made now; none when the database was in use before. */
export async function firstStart(
  { database: { db, count }, files }: App,
  sample: boolean,
): Promise<readonly FirstSignIn[]> {
  const known = await db.selectFrom('tenant').select('tenant').limit(1).executeTakeFirst();
  if (known !== undefined) return [];
  const now = (): Date => new Date();
  if (sample) return loadSampleYear({ db, files, now, count });
  await db
    .insertInto('tenant')
    .values({ tenant: TENANT, code: String(TENANT), name: '', created_at: now() })
    .execute();
  const founded = await foundAdministrators(db, TENANT, 1, now());
  return founded.map((each) => ({ ...each, of: '' }));
}
