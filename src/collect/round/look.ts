/** Rounds that are on, and the tasks that are mine to see. */
import Type from 'typebox';
import { behind, PAGING, query, type Who } from '../../platform/index.ts';
import { mayFill, mayFillSome, mayOpenTask, maySeeRounds } from '../policy.ts';
import { countFilled, countReturned } from './counts.store.ts';
import { countAsked } from './forms-of-task.ts';
import { countAnswers, listRounds, listTasks, loadRound } from './rounds.store.ts';
import { type Place, wayOfTask } from './seats.ts';
import { isOpen, nameOfState } from './states.ts';

const Round = Type.String({ maxLength: 64 });
const strict = { additionalProperties: false } as const;

export const listMyRounds = query({
  name: 'collect.rounds.list',
  input: Type.Object({}, strict),
  may: maySeeRounds,
  async run(tx, _, { who }) {
    const rounds = await listRounds(tx, who.tenant);
    return rounds.map(({ tenant: _tenant, evaluee: _evaluee, ...round }) => round);
  },
});

export const listMyTasks = query({
  name: 'collect.tasks.list',
  input: Type.Object({ round: Round, ...PAGING }, strict),
  may: maySeeRounds,
  async run(tx, { round: code, after, limit }, { who, now }) {
    const context = await loadRound(tx, who.tenant, code);
    const { register, scheme } = context;
    const answered = await countAnswers(tx, who.tenant, code);
    const listed = behind(await listTasks(tx, who.tenant, code), ({ task }) => task, after);
    const tasks = listed.filter((task) => mayOpenTask(who, task, context)).slice(0, limit);
    const mine = tasks.filter((task) => mayFillSome(who, task)).map(({ task }) => task);
    const filled = await countFilled(tx, { tenant: who.tenant, round: code, tasks: mine }, scheme);
    const returned = await countReturned(tx, who.tenant, code);
    return tasks.map(({ task, unit, dept, part, state, edition, due, submitted_at }) => ({
      task,
      unit,
      name: register.unitOf(unit)?.name ?? '',
      dept,
      deptName: scheme.departments.get(dept as never)?.name ?? '',
      part,
      state,
      stateName: nameOfState(state, wayOfTask(context, { unit, dept, part })),
      edition,
      due,
      overdue: isOpen(state) && due < now,
      submittedAt: submitted_at,
      answered: answered.get(task) ?? 0,
      /** Figures of this year that are stated; counted for whoever fills the task. */
      filled: filled.get(task),
      asked: countAsked(context, { unit, dept, part }),
      returned: returned.get(task) ?? 0,
      /** Whether I fill all of it, the rows of my department, or nothing. */
      fills: fillsOf(who, { unit, dept, part }),
    }));
  },
});

export const fillsOf = (who: Who, task: Place): 'all' | 'some' | 'none' =>
  mayFill(who, task) ? 'all' : mayFillSome(who, task) ? 'some' : 'none';
