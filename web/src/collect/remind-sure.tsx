/** Who would be reminded of what: each task with what is left and since when it is due, and the message that goes out. */
import type { TaskList } from '../../../src/collect/replies.ts';
import type { TasksWaited } from '../../../src/review/replies.ts';
import { printWhen } from '../parts/numbers.ts';
import { punctuation } from '../parts/punctuation.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { collectWords } from './words.ts';
import './progress-matrix.css';

type Task = TaskList[number];
export const nameOf = ({ name, deptName }: Task): string => (deptName === '' ? name : `${name}${deptName}`);

interface Given {
  readonly tasks: TaskList;
  readonly waited: TasksWaited;
  readonly isLate: boolean;
}

export function RemindSure({ tasks, waited, isLate }: Given) {
  const words = useWords(collectWords);
  const marks = useWords(punctuation);
  const say = words.remind;
  const { language } = useLanguage();
  const of = new Map<string, TasksWaited[number]>(waited.map((each) => [each.task, each]));
  const [first] = tasks.flatMap(({ task }) => of.get(task) ?? []);
  return (
    <>
      <p>{say.who(isLate)}</p>
      <ul className="remind-list">
        {tasks.map((task) => {
          const { left = 0, due = task.due, overdue = task.overdue } = of.get(task.task) ?? {};
          const at = printWhen(due, language);
          const told = [say.left(left), overdue ? say.dueSince(at) : say.due(at)];
          return (
            <li key={task.task}>
              <b>{nameOf(task)}</b> {task.part === 'schools' ? words.schools : words.allForms}
              {marks.colon}
              {told.join(marks.comma)}
            </li>
          );
        })}
      </ul>
      <p>{say.sent}</p>
      <blockquote className="remind-message">{first?.[language]}</blockquote>
    </>
  );
}
