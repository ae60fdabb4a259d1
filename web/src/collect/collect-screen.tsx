/** 填报: my tasks, the form as a grid, and everything about the cell one is in. */
import { useEffect, useMemo, useRef } from 'react';
import type { TaskList, TaskPage } from '../../../src/collect/replies.ts';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { useHolds } from '../shell/session.tsx';
import { ProgressMatrix } from './progress-matrix.tsx';
import type { CollectSearch } from './routes.tsx';
import { TaskWork } from './task-work.tsx';
import { inOrder } from './tasks-pane.tsx';
import { useCollectSearch, useTurn } from './turn.ts';
import { collectWords } from './words.ts';
import './collect.css';

export function CollectScreen() {
  const say = useWords(collectWords);
  const { round } = useRound();
  const isFiller = useHolds('reporter');
  const search = useCollectSearch();
  const turn = useTurn<CollectSearch>('/collect');
  const list = useAsk<TaskList>(`/rounds/${round}/tasks`);
  const mine = useMemo(() => inOrder((list.data ?? []).filter(({ fills }) => fills !== 'none')), [list.data]);
  // The task that was opened stays open when a step of it moves it down the list.
  const first = useRef<string>(undefined);
  if (isFiller) first.current ??= mine[0]?.task;
  const wanted = search.task ?? first.current;
  const page = useAsk<TaskPage>(wanted === undefined ? undefined : `/rounds/${round}/tasks/${wanted}`);

  useEffect(() => {
    document.title = `${say.title} · 履职`;
  }, [say]);

  if (list.error !== null) return <Trouble refused={list.error} retry={list.refetch} />;
  if (list.data === undefined) return <Waiting />;
  if (wanted === undefined)
    return mine.length === 0 && isFiller ? <Empty>{say.noTasks}</Empty> : <ProgressMatrix tasks={list.data} />;
  // What was typed is on the page and stays there; only a task that never came is replaced by the trouble.
  if (page.data === undefined && page.error !== null) return <Trouble refused={page.error} retry={page.refetch} />;
  if (page.data === undefined) return <Waiting rows={16} />;
  const shown = mine.some(({ task }) => task === wanted) ? mine : list.data.filter(({ task }) => task === wanted);
  return (
    <TaskWork
      key={wanted}
      page={page.data}
      round={round}
      tasks={shown}
      search={search}
      turn={turn}
      again={page.refetch}
    />
  );
}
