/** Tasks that wait, the riskiest first. */
import { Link } from '@tanstack/react-router';
import type { TaskList } from '../../../src/collect/replies.ts';
import type { Queue } from '../../../src/review/replies.ts';
import { LevelMark } from '../parts/level-mark.tsx';
import { printWhen } from '../parts/numbers.ts';
import { useAsk } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { PILES, type Pile } from './routes.tsx';
import { reviewWords } from './words.ts';

interface Given {
  readonly queue: Queue;
  readonly pile: Pile;
  readonly chosen: string | undefined;
}

export function QueueList({ queue, pile, chosen }: Given) {
  const say = useWords(reviewWords);
  const { language } = useLanguage();
  const { round } = useRound();
  const returned = useAsk<TaskList>(`/rounds/${round}/tasks`).data?.filter(({ state }) => state === 'returned') ?? [];
  const count = {
    look: queue.filter(({ isClean }) => !isClean).length,
    clean: queue.filter(({ isClean }) => isClean).length,
    returned: returned.length,
  };
  const rows =
    pile === 'returned'
      ? returned.map((row) => ({ ...row, errors: 0, warns: 0, toLook: 0, passage: 0 }))
      : queue.filter(({ isClean }) => isClean === (pile === 'clean'));
  return (
    <section className="review-queue" aria-label={say.title}>
      <fieldset className="review-piles">
        {PILES.map((each) => (
          <Link
            key={each}
            to="/review"
            search={(before) => ({ ...before, pile: each, task: undefined })}
            aria-current={each === pile}
            className="review-pile"
          >
            {say.piles[each]} {count[each]}
          </Link>
        ))}
      </fieldset>
      {rows.length === 0 && <p className="review-none">{say.emptyPile}</p>}
      <ul>
        {rows.map(({ task, name, deptName, part, submittedAt, errors, warns, toLook, passage, overdue }) => (
          <li key={task}>
            <Link
              to="/review"
              search={(before) => ({ ...before, task })}
              className="review-row"
              aria-current={task === chosen}
            >
              <span>
                <b>{name}</b>
                <small>
                  {deptName === '' ? '' : `${deptName} · `}
                  {say.part[part as 'forms' | 'schools']}
                </small>
              </span>
              <span className={overdue ? 'review-when review-late' : 'review-when'}>
                {submittedAt === null ? '' : printWhen(submittedAt, language)}
                <small>{passage > 0 ? say.times(passage) : ''}</small>
              </span>
              <span className="review-marks">
                {errors > 0 && <Count level="error" n={errors} said={say.errors(errors)} />}
                {warns > 0 && <Count level="warn" n={warns} said={say.warns(warns)} />}
                {toLook > 0 && errors + warns === 0 && <Count level="hint" n={toLook} said={say.looks(toLook)} />}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Count({
  level,
  n,
  said,
}: {
  readonly level: 'error' | 'warn' | 'hint';
  readonly n: number;
  readonly said: string;
}) {
  return (
    <span title={said}>
      <LevelMark level={level} /> {n}
    </span>
  );
}
