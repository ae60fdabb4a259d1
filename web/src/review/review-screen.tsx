/** 审核: the queue on the left, the task that is judged on the right. Approve by exception. */
import { useNavigate } from '@tanstack/react-router';
import type { Queue } from '../../../src/review/replies.ts';
import { daysUntil } from '../parts/numbers.ts';
import { Screen } from '../parts/screen.tsx';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { useAsk } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { PassClean } from './pass-clean.tsx';
import { QueueList } from './queue-list.tsx';
import { useReviewSearch } from './routes.tsx';
import { TaskSheet } from './task-sheet.tsx';
import { reviewWords } from './words.ts';
import './review.css';

export function ReviewScreen() {
  const say = useWords(reviewWords);
  const { round } = useRound();
  const { data: queue, error, refetch } = useAsk<Queue>(`/rounds/${round}/queue`);
  const { task, pile = queue?.some(({ isClean }) => !isClean) === false ? 'clean' : 'look' } = useReviewSearch();
  const navigate = useNavigate();
  if (queue === undefined) return error === null ? <Waiting /> : <Trouble refused={error} retry={refetch} />;
  const shown = queue.filter(({ isClean }) => isClean === (pile === 'clean'));
  const chosen = task ?? shown[0]?.task;
  const look = (next: string | undefined): void =>
    void navigate({ to: '/review', search: (before) => ({ ...before, task: next }) });
  const goOn = (): void => look(shown.find((row) => row.task !== chosen)?.task);
  return (
    <Screen
      title={say.title}
      state={
        <span className="review-waiting">
          {say.waiting(queue.length, queue.filter(({ due }) => daysUntil(due) === 0).length)}
        </span>
      }
      actions={<PassClean clean={queue.filter(({ isClean }) => isClean)} />}
    >
      <div className="review">
        <QueueList queue={queue} pile={pile} chosen={chosen} />
        {chosen === undefined ? (
          <Empty>{queue.length === 0 ? say.empty : say.pick}</Empty>
        ) : (
          <TaskSheet key={chosen} task={chosen} goOn={goOn} />
        )}
      </div>
    </Screen>
  );
}
