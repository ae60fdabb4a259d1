/** What a reminder says of a task: whose it is, until when, and how many figures of this year nobody stated yet. */
import { countAsked, type RoundContext, type Task } from '../../collect/index.ts';
import { civilDay, type Who } from '../../platform/index.ts';

/** `filled`: figures of this year that are stated. */
export const reminderOf = (task: Task, context: RoundContext, filled: number, { person }: Pick<Who, 'person'>) => ({
  round: task.round,
  task: task.task,
  ...nameOf(task, context),
  part: task.part,
  left: Math.max(0, countAsked(context, task) - filled),
  day: civilDay(task.due),
  person,
});

export const nameOf = ({ unit, dept }: Task, { register, scheme }: RoundContext) => ({
  unit: register.unitOf(unit)?.name ?? '',
  dept: scheme.departments.get(dept as never)?.name ?? '',
});
