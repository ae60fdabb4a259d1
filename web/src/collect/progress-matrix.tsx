/**
 * 填报进度: who is late first, then who has not handed in, then the others, each in the order of the register; their
 * tasks side by side, how far each is, and whose it is to hurry.
 */
import { Link } from '@tanstack/react-router';
import type { TaskList } from '../../../src/collect/replies.ts';
import { Screen } from '../parts/screen.tsx';
import { Empty } from '../parts/states.tsx';
import { useWords } from '../shell/language.tsx';
import { isWithFiller, RemindAll, RemindOne, useReminds } from './remind.tsx';
import { TaskTag } from './tasks-pane.tsx';
import { collectWords } from './words.ts';
import './progress-matrix.css';

export function ProgressMatrix({ tasks }: { readonly tasks: TaskList }) {
  const say = useWords(collectWords);
  const reminds = useReminds();
  const units = [...Map.groupBy(tasks, ({ unit }) => unit).values()];
  const shown = units.toSorted((a, b) => turnOf(a) - turnOf(b));
  return (
    <Screen title={say.progress} actions={reminds && <RemindAll tasks={tasks} />}>
      {tasks.length === 0 && <Empty>{say.noTasks}</Empty>}
      <ul className="matrix">
        {shown.map((each) => (
          <li key={each[0]?.unit}>
            <h2>{each[0]?.name}</h2>
            <ul>
              {each.map((task) => (
                <li key={task.task}>
                  <Link to="/collect" search={(before) => ({ ...before, task: task.task })}>
                    {task.part === 'schools' ? say.schools : task.deptName || say.allForms}
                  </Link>{' '}
                  <TaskTag {...task} filled={task.answered} />
                  <span className={task.overdue ? 'matrix-answers matrix-late' : 'matrix-answers'}>
                    {say.answers(task.answered)}
                    {task.overdue && ` · ${say.overdue}`}
                  </span>
                  {reminds && isWithFiller(task) && <RemindOne task={task} />}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Screen>
  );
}

const turnOf = (tasks: readonly TaskList[number][]): number =>
  tasks.some(({ overdue }) => overdue) ? 0 : tasks.some(isWithFiller) ? 1 : 2;
