/**
 * Which ledgers of a round were handed in: those of a task that was accepted, with rows or without. A task that goes
 * back later leaves what was accepted where it is, and that it had no rows with it.
 */
import type { DeptCode } from '../../kernel/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { HandedLedger } from '../contract.ts';
import type { Which } from '../entry/figures.store.ts';
import { ledgersAsked } from '../form/ledgers-asked.ts';
import type { RoundContext } from '../round/rounds.store.ts';

export async function handedLedgers(
  tx: Tx,
  { tenant, round }: Which,
  { scheme, register }: Pick<RoundContext, 'scheme' | 'register'>,
): Promise<readonly HandedLedger[]> {
  const tasks = await tx
    .selectFrom('task')
    .select(['unit', 'dept'])
    .where((where) => where.and({ tenant, round, part: 'forms' }))
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('state', 'in', ['accepted', 'locked']),
        exists(
          selectFrom('decision')
            .select('decision.decision')
            .where((where) => where.and({ 'decision.tenant': tenant, 'decision.round': round, verdict: 'accept' }))
            .whereRef('decision.task', '=', 'task.task'),
        ),
      ]),
    )
    .execute();
  return tasks.flatMap(({ unit: number, dept }) => {
    const unit = register.unitOf(number);
    if (unit === undefined) return [];
    const asked = ledgersAsked(scheme, unit, dept === '' ? undefined : (dept as DeptCode));
    return asked.map(({ code }) => ({ ledger: code, unit: unit.code }));
  });
}
