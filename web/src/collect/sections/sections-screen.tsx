/** 章节: the sections of the report that are mine to write, and those I may read. */
import { Link, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { TaskList, TaskPage } from '../../../../src/collect/replies.ts';
import type { SectionList, SectionPage } from '../../../../src/report/replies.ts';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import type { SectionSearch } from '../routes.tsx';
import { SectionEditor } from './section-editor.tsx';
import { sectionWords } from './words.ts';
import '../collect.css';
import '../panel/panel.css';
import '../tasks-pane.css';
import './sections.css';

export function SectionsScreen() {
  const say = useWords(sectionWords);
  const { round } = useRound();
  const search = useSearch({ strict: false }) as SectionSearch;
  const list = useAsk<SectionList>(`/rounds/${round}/sections`);
  const sections = useMemo(() => (list.data ?? []).toSorted((a, b) => Number(b.mine) - Number(a.mine)), [list.data]);
  const chosen =
    sections.find(({ section, unit }) => section === search.section && unit === search.unit) ?? sections[0];
  const path =
    chosen === undefined
      ? undefined
      : `/rounds/${round}/sections/${encodeURIComponent(chosen.unit)}/${encodeURIComponent(chosen.section)}`;
  const page = useAsk<SectionPage>(path);
  const tasks = useAsk<TaskList>(`/rounds/${round}/tasks`);
  const mine = tasks.data?.find(({ fills, part }) => fills !== 'none' && part === 'forms')?.task;
  const task = useAsk<TaskPage>(mine === undefined ? undefined : `/rounds/${round}/tasks/${mine}`);
  if (list.error !== null) return <Trouble refused={list.error} retry={list.refetch} />;
  if (list.data === undefined) return <Waiting />;
  if (chosen === undefined || path === undefined) return <Empty>{say.none}</Empty>;
  return (
    <div className="collect">
      <nav className="tasks" aria-label={say.title}>
        <h2>{say.title}</h2>
        <ul className="tasks-list">
          {sections.map(({ section, unit, unitName, deptName, name, state, stateName }) => (
            <li key={`${unit} ${section}`}>
              <Link
                to="/sections"
                search={(before) => ({ ...before, unit, section })}
                className="tasks-form section-link"
                aria-current={section === chosen.section && unit === chosen.unit ? 'page' : undefined}
                activeProps={{}}
              >
                <span className="tasks-name">{name}</span>
                <small>
                  {unitName} {deptName} · {say.states[state as keyof typeof say.states] ?? stateName}
                </small>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="collect-work">
        {page.error !== null && page.data === undefined && <Trouble refused={page.error} retry={page.refetch} />}
        {page.data === undefined && page.error === null && <Waiting />}
        {page.data !== undefined && (
          <SectionEditor
            key={`${path} ${page.data.state} ${page.data.proposed ?? ''}`}
            page={page.data}
            path={path}
            items={task.data?.items.filter(({ type }) => type === 'number') ?? []}
          />
        )}
      </div>
    </div>
  );
}
