/** What a list of people is held against: units of the day, and logins that are taken. */
import type { Tx } from '../../action/transact.ts';

export const unitsOn = (tx: Tx, tenant: number, day: string) =>
  tx
    .selectFrom('unit_state')
    .select(['unit', 'code', 'name'])
    .where('tenant', '=', tenant)
    .where('kind', '<>', 'school')
    .where('begins', '<=', day)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]))
    .execute();

export const loginsTaken = async (tx: Tx, logins: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(
    logins.length === 0
      ? []
      : (
          await tx
            .selectFrom('account')
            .select('login')
            .where('login', 'in', [...logins])
            .execute()
        ).map(({ login }) => login),
  );
