/** 提交后依次办理: the steps of a task's way with the people who take them, and whom to ask. */
import { civilDay, type Tx } from '../../platform/index.ts';
import { holdersOf } from './holders.store.ts';
import type { RoundContext, Task } from './rounds.store.ts';
import { type Seat, seatOf, wayOfTask } from './seats.ts';

export async function stepsAhead(tx: Tx, context: RoundContext, task: Task, now: Date) {
  const { register, round } = context;
  const { steps } = wayOfTask(context, task);
  const seats = steps.map((step) => seatOf(step, task, context));
  const asking: Seat = { role: 'office', unit: round.evaluee };
  const holders = await holdersOf(tx, round.tenant, civilDay(now), [...seats, asking]);
  const sitting = ({ role, unit, dept }: Seat) =>
    holders
      .filter(
        (holder) =>
          holder.role === role &&
          holder.unit === unit &&
          (dept === undefined || holder.dept === '' || holder.dept === dept),
      )
      .map(({ person, mail }) => ({ person, ...(mail === null ? {} : { mail }) }));
  const named = (seat: Seat) => ({ unit: register.unitOf(seat.unit)?.name ?? '', people: sitting(seat) });
  const reached = steps.findIndex(({ code }) => code === task.state);
  return {
    steps: steps.map(({ code, name }, at) => ({
      code,
      name,
      ...named(seats[at] ?? asking),
      waits: at === reached,
    })),
    contact: named(asking),
  };
}
