/** Tasks past their due time that are not through yet, and with whom each lies. */
import Type from 'typebox';
import { isOpen, listTasks, loadRound, mayOpenTask, nameOfState, wayOfTask } from '../../collect/index.ts';
import { behind, PAGING, query } from '../../platform/index.ts';

const DAY = 86_400_000;

export const listOverdue = query({
  name: 'review.tasks.overdue',
  input: Type.Object({ round: Type.String({ maxLength: 64 }), ...PAGING }, { additionalProperties: false }),
  may: (who) => who.posts.length > 0,
  async run(tx, { round: code, after, limit }, { who, now }) {
    const context = await loadRound(tx, who.tenant, code);
    const inOrder = (await listTasks(tx, who.tenant, code)).toSorted((a, b) => a.due.getTime() - b.due.getTime());
    const late = behind(inOrder, ({ task }) => task, after).filter(
      (task) =>
        task.due < now && task.state !== 'accepted' && task.state !== 'locked' && mayOpenTask(who, task, context),
    );
    return late.slice(0, limit).map((task) => {
      const { task: id, unit, dept, part, state, edition, due } = task;
      const way = wayOfTask(context, task);
      return {
        task: id,
        unit,
        name: context.register.unitOf(unit)?.name ?? '',
        dept,
        part,
        state,
        stateName: nameOfState(state, way),
        edition,
        due,
        /** Whole days past. */
        days: Math.floor((now.getTime() - due.getTime()) / DAY),
        /** Late with the filler, or with those who have to agree. */
        with: isOpen(state) ? 'filler' : 'review',
      };
    });
  },
});
