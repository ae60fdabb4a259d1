/** Who has to know of a step: those whose turn it is next, and who submitted, when it comes back or is through. */
import { type RoundContext, seatOf, type Task, wayOfTask } from '../collect/index.ts';
import { civilDay, type Tx } from '../platform/index.ts';
import { accountsAt, tell } from './notices/notices.store.ts';
import type { Verdict } from './steps.ts';

export interface News {
  /** What the step was taken on; the notice's kind is `task.return`. */
  readonly of: 'task' | 'section';
  readonly verdict: Verdict;
  readonly became: string;
  readonly reason?: string;
  /** Names it by what people open it with. */
  readonly about: Readonly<Record<string, string>>;
}

export async function tellThoseConcerned(
  tx: Tx,
  { of, verdict, became, reason, about }: News,
  place: Pick<Task, 'tenant' | 'round' | 'unit' | 'dept' | 'part' | 'submitted_by'>,
  context: RoundContext,
  now: Date,
): Promise<void> {
  const { tenant, round } = place;
  const unit = context.register.unitOf(place.unit)?.name ?? '';
  const dept = context.scheme.departments.get(place.dept as never)?.name ?? '';
  const data = { round, ...about, unit, dept, part: place.part, ...(reason === undefined ? {} : { reason }) };
  const next = wayOfTask(context, place).steps.find(({ code }) => code === became);
  const isNews = verdict === 'return' || verdict === 'accept';
  const submitter = place.submitted_by === null ? [] : [place.submitted_by];
  const kind = `${of}.${verdict}`;
  if (next === undefined) return isNews ? tell(tx, tenant, submitter, kind, data, now) : undefined;
  const seat = seatOf(next, place, context);
  const accounts = await accountsAt(tx, { tenant, dept: seat.dept ?? '' }, seat.unit, seat.role, civilDay(now));
  await tell(tx, tenant, accounts, kind, data, now);
}
