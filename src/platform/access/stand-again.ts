/** Who asked for a job, as they stand by the time it is taken over; undefined when they may no longer come in. */
import type { Db } from '../db/connect.ts';
import type { Who } from './contract.ts';
import { loadWho } from './who.ts';

type Asking = Pick<Who, 'account' | 'person' | 'tenant' | 'address'>;

export async function standAgain(db: Db, { account, person, tenant, address }: Asking, now: Date) {
  const standing = await db
    .selectFrom('account')
    .select(['name', 'must_change as mustChange'])
    .where((where) => where.and({ account, state: 'active' }))
    .executeTakeFirst();
  if (standing === undefined) return undefined;
  const { name, mustChange } = standing;
  if (person !== name && !(await isPresent(db, account, person))) return undefined;
  return loadWho(db, { account, person, tenant, address, mustChange }, now);
}

/** At an account several people share. */
const isPresent = async (db: Db, account: string, name: string): Promise<boolean> =>
  (await db
    .selectFrom('person')
    .select('person')
    .where((where) => where.and({ account, name }))
    .where('left_at', 'is', null)
    .executeTakeFirst()) !== undefined;
