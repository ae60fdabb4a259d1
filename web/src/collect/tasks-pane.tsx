/** My tasks: what is due when, how far it is, its forms one line each; and who takes it on after me. */
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { TaskList, TaskPage } from '../../../src/collect/replies.ts';
import { useIsNarrow } from '../parts/narrow.ts';
import { daysUntil, printWhen } from '../parts/numbers.ts';
import { punctuation } from '../parts/punctuation.ts';
import { useOffice } from '../shell/contact.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import type { Progress, Tally } from './form/tally.ts';
import { collectWords } from './words.ts';
import './tasks-pane.css';

export type Task = TaskList[number];

interface Given {
  readonly tasks: readonly Task[];
  readonly page: TaskPage | undefined;
  readonly tally: Tally | undefined;
  readonly form: string | undefined;
  readonly ledgers: readonly { readonly ledger: string; readonly name: string; readonly rows: readonly unknown[] }[];
  open(task: string, form?: string): void;
}

/** Returned first, then by what is due, begun or not, then what waits for others and what is done. */
export function inOrder(tasks: readonly Task[]): readonly Task[] {
  const weight = ({ state, returned }: Task): number =>
    state === 'returned' || returned > 0
      ? 0
      : state === 'draft'
        ? 1
        : state === 'accepted' || state === 'locked'
          ? 3
          : 2;
  const isBegun = ({ filled = 0 }: Task): number => (filled > 0 ? 0 : 1);
  return tasks.toSorted(
    (a, b) =>
      weight(a) - weight(b) || a.due.localeCompare(b.due) || isBegun(a) - isBegun(b) || a.part.localeCompare(b.part),
  );
}

export function TasksPane({ tasks, page, tally, form, ledgers, open }: Given) {
  const say = useWords(collectWords);
  const marks = useWords(punctuation);
  const isNarrow = useIsNarrow();
  const [isListed, list] = useState(false);
  const current = tasks.find(({ task }) => task === page?.task) ?? tasks[0];
  return (
    <nav className="tasks" aria-label={say.tasks}>
      {current !== undefined && <Due task={current} progress={tally?.all} />}
      {isNarrow && (
        <button type="button" className="tasks-choose" aria-expanded={isListed} onClick={() => list(!isListed)}>
          {say.choose}
        </button>
      )}
      {(!isNarrow || isListed) && (
        <>
          <h2>
            {say.tasks} {tasks.length}
          </h2>
          <ul className="tasks-list">
            {tasks.map((task) => (
              <li key={task.task}>
                <TaskLine
                  task={task}
                  isOpen={task.task === page?.task}
                  isAlone={tasks.length === 1}
                  open={() => open(task.task)}
                />
                {task.task === page?.task && (
                  <ul>
                    {page.forms.map(({ code, name }) => (
                      <FormLine
                        key={code}
                        code={page.part === 'schools' ? '' : code}
                        name={name}
                        progress={tally?.forms.get(code)}
                        isOpen={code === form}
                        open={() => {
                          list(false);
                          open(task.task, code);
                        }}
                      />
                    ))}
                    {ledgers.map(({ ledger, name, rows }) => (
                      <li key={ledger}>
                        <button
                          type="button"
                          className="tasks-form"
                          aria-current={form === `ledger:${ledger}` || undefined}
                          onClick={() => {
                            list(false);
                            open(task.task, `ledger:${ledger}`);
                          }}
                        >
                          <span className="tasks-code">{say.ledgers}</span>
                          <span className="tasks-name">
                            {name}
                            {marks.aside(say.rows(rows.length))}
                          </span>
                        </button>
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
          <Link to="/sections" className="tasks-sections">
            {say.sections}
          </Link>
        </>
      )}
      {page !== undefined && <Next page={page} />}
    </nav>
  );
}

function Due({ task, progress }: { readonly task: Task; readonly progress: Progress | undefined }) {
  const say = useWords(collectWords);
  const { language } = useLanguage();
  const office = useOffice();
  const now = useNow();
  const days = daysUntil(task.due, now);
  const isPast = new Date(task.due) < now;
  const isWorked = task.state === 'draft' || task.state === 'returned';
  const words = isPast ? say.late(Math.max(1, -days)) : days === 0 ? say.today : say.left(days);
  const tone = !isWorked ? '' : isPast ? 'tasks-late' : days <= 2 ? 'tasks-soon' : '';
  const { done, of } = progress ?? { done: task.filled ?? 0, of: task.asked };
  return (
    <div className="tasks-due">
      <p>{say.due(printWhen(task.due, language))}</p>
      <p className={`tasks-days ${tone}`}>{words}</p>
      {isPast && isWorked && <p className="tasks-late">{say.passed(office)}</p>}
      <Bar done={done} of={of} words={say.filled(done, of)} />
    </div>
  );
}

export function TaskTag({
  state,
  stateName,
  returned,
  filled = 0,
}: Pick<Task, 'state' | 'stateName' | 'returned' | 'filled'>) {
  const say = useWords(collectWords);
  const { language } = useLanguage();
  const words =
    returned > 0 || state === 'returned'
      ? say.states.returned(returned)
      : state === 'draft'
        ? filled === 0
          ? say.states.none
          : say.states.draft
        : state === 'accepted' || state === 'locked'
          ? say.states[state]
          : stateName;
  const tone =
    returned > 0 || state === 'returned' ? 'error' : state === 'draft' ? 'pri' : state === 'accepted' ? 'ok' : 'hint';
  return (
    <span className={`tag tag-${tone}`} lang={language === 'en' && words === stateName ? 'zh-CN' : undefined}>
      {words}
    </span>
  );
}

function TaskLine({
  task,
  isOpen,
  isAlone,
  open,
}: {
  readonly task: Task;
  readonly isOpen: boolean;
  readonly isAlone: boolean;
  open(): void;
}) {
  const say = useWords(collectWords);
  const name = task.part === 'schools' ? say.schools : say.bureau(task.name, task.deptName);
  return (
    <button type="button" className="tasks-task" aria-expanded={isOpen} onClick={open} disabled={isAlone && isOpen}>
      <span className="tasks-line">
        <span className="tasks-name">{name}</span>
        <TaskTag {...task} />
      </span>
      {!isOpen && <Bar done={task.filled ?? 0} of={task.asked} words={`${task.filled ?? 0}/${task.asked}`} />}
    </button>
  );
}

interface FormGiven {
  readonly code: string;
  readonly name: string;
  readonly progress: Progress | undefined;
  readonly isOpen: boolean;
  open(): void;
}

function FormLine({ code, name, progress, isOpen, open }: FormGiven) {
  const say = useWords(collectWords);
  const { done, of } = progress ?? { done: 0, of: 0 };
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={line}>
      <button type="button" className="tasks-form" aria-current={isOpen || undefined} onClick={open}>
        {code !== '' && <span className="tasks-code">{say.form(code)}</span>}
        <span className="tasks-name">{name.startsWith(`${code} `) ? name.slice(code.length + 1) : name}</span>
        <Bar done={done} of={of} words={`${done}/${of}`} />
      </button>
    </li>
  );
}

function Bar({ done, of, words }: { readonly done: number; readonly of: number; readonly words: string }) {
  return (
    <span className="tasks-bar">
      <span className="tasks-track" aria-hidden>
        <span style={{ width: `${of === 0 ? 0 : Math.round((done / of) * 100)}%` }} />
      </span>
      <span>{words}</span>
    </span>
  );
}

function Next({ page: { steps, contact } }: { readonly page: TaskPage }) {
  const say = useWords(collectWords);
  const marks = useWords(punctuation);
  const names = (people: readonly { readonly person: string }[]): string =>
    people.length === 0
      ? say.nobody
      : people
          .slice(0, 2)
          .map(({ person }) => person)
          .join(marks.list);
  return (
    <footer className="tasks-next">
      <h2>{say.next}</h2>
      <ol>
        {steps.map(({ code, name, unit, people, waits }) => (
          <li key={code} aria-current={waits ? 'step' : undefined}>
            <span>{name}</span>
            <span>
              {names(people)}
              {marks.aside(unit)}
            </span>
          </li>
        ))}
      </ol>
      <p>
        {say.contact}
        {names(contact.people)}
        {marks.aside(contact.unit)}
        {contact.people[0]?.mail !== undefined && (
          <a href={`mailto:${contact.people[0].mail}`}>{contact.people[0].mail}</a>
        )}
      </p>
    </footer>
  );
}

const MINUTE_MS = 60_000;
/** A due time passes while one types. */
function useNow(): Date {
  const [now, tick] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => tick(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
