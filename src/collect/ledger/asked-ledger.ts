/** Ledgers a task is asked for, and who fills their rows. */
import type { LedgerCode } from '../../kernel/index.ts';
import { levelOf } from '../../org/on-files.ts';
import type { Who } from '../../platform/index.ts';
import type { SchemeLedger } from '../../scheme/index.ts';
import { mayFillRow, mayFillSome } from '../policy.ts';
import { CollectProblem } from '../problems.ts';
import type { RoundContext, Task } from '../round/rounds.store.ts';

/** Throws `collect.ledgerNotAsked`. */
export function askedLedger(code: string, task: Task, { scheme, register }: RoundContext): SchemeLedger {
  const ledger = scheme.ledgers.get(code as LedgerCode);
  const unit = register.unitOf(task.unit);
  const dept = deptOf(code, task, { scheme, register });
  if (ledger === undefined || task.part !== 'forms' || dept === undefined || (task.dept !== '' && task.dept !== dept))
    throw CollectProblem.ledgerNotAsked({ ledger: ledger?.name ?? code, of: unit?.name ?? '' });
  return ledger;
}

export const mayFillLedger = (who: Who, ledger: string, task: Task, context: RoundContext): boolean =>
  mayFillSome(who, task) && mayFillRow(who, task, deptOf(ledger, task, context) ?? task.dept);

function deptOf(code: string, task: Task, { scheme, register }: Pick<RoundContext, 'scheme' | 'register'>) {
  const unit = register.unitOf(task.unit);
  return unit === undefined ? undefined : scheme.ledgers.get(code as LedgerCode)?.by[levelOf(unit)];
}
