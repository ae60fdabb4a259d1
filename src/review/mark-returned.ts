/** The reasons of a return at the figures they are about, where they stay until the figure is stated anew. */
import type { RoundContext, Task } from '../collect/index.ts';
import type { Tx } from '../platform/index.ts';
import { markFigure, type ReturnedField } from './decisions.store.ts';
import { ReviewProblem } from './problems.ts';

/** Throws `review.fieldTwice`, and `review.fieldUnknown` for a figure the task does not hold: its reason would be lost. */
export async function markReturned(
  tx: Tx,
  task: Task,
  { scheme, register }: Pick<RoundContext, 'scheme' | 'register'>,
  fields: readonly ReturnedField[],
): Promise<void> {
  const met = new Set<string>();
  for (const field of fields) {
    const { subject, item, period } = field;
    const named = {
      item: scheme.items.get(item as never)?.name ?? item,
      of: register.unitOf(subject)?.name ?? '',
      period,
    };
    const key = `${subject}\t${item}\t${period}`;
    if (met.has(key)) throw ReviewProblem.fieldTwice(named);
    met.add(key);
    if (!(await markFigure(tx, task, field))) throw ReviewProblem.fieldUnknown(named);
  }
}
