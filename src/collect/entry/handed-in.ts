/** What stood in the explained cells of an open task when it was handed in last, for those who correct it now. */
import type { Tx } from '../../platform/index.ts';
import type { HandedIn, HandedInAt } from '../check/former-reasons.ts';
import type { Submission } from '../contract.ts';
import { statedBy } from '../exceptions/granted.ts';
import { priorPeriods } from '../round/prior-periods.ts';
import type { RoundContext, Task } from '../round/rounds.store.ts';
import { isOpen } from '../round/states.ts';
import { readVersions } from './figures.store.ts';
import { figureOf } from './version-row.ts';

const NOTHING: HandedInAt = () => undefined;

export async function readHandedIn(
  tx: Tx,
  { tenant, round, task, state, submitted_at }: Pick<Task, 'tenant' | 'round' | 'task' | 'state' | 'submitted_at'>,
  context: Pick<RoundContext, 'scheme' | 'register'>,
  { figures }: Pick<Submission, 'figures'>,
): Promise<HandedInAt> {
  const items = [...new Set(figures.flatMap(({ key, reason }) => (reason === undefined ? [] : [key.item])))];
  if (submitted_at === null || !isOpen(state) || items.length === 0) return NOTHING;
  const priors = priorPeriods(context);
  const handed = new Map<string, HandedIn>();
  for (const row of await readVersions(tx, { tenant, round, task, items }, 'submitted')) {
    const figure = figureOf(row, context.register);
    const year = row.period === priors.get(row.item) ? 'prior' : 'now';
    const said = { stated: statedBy(figure), typed: row.typed, reason: row.reason };
    handed.set(`${figure?.key.subject}\t${row.item}\t${year}`, said);
  }
  return (unit, item, year) => handed.get(`${unit}\t${item}\t${year}`);
}
