/** Who sits in a seat on a day. */
import type { Tx } from '../../platform/index.ts';
import type { Seat } from './seats.ts';

export const holdersOf = (tx: Tx, tenant: number, day: string, seats: readonly Seat[]) =>
  tx
    .selectFrom('post')
    .innerJoin('account', 'account.account', 'post.account')
    .select(['post.role', 'post.unit', 'post.dept', 'account.name as person', 'account.mail'])
    .where('post.tenant', '=', tenant)
    .where('account.state', '=', 'active')
    .where('post.role', 'in', [...new Set(seats.map(({ role }) => role))])
    .where('post.unit', 'in', [...new Set(seats.map(({ unit }) => unit))])
    .where('begins', '<=', day)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>', day)]))
    .orderBy('account.login')
    .execute();
