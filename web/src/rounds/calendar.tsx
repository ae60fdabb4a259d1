/** Tasks of a round that are not through, by due time; those chosen are put off together, each told to who fills it. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { TaskList } from '../../../src/collect/replies.ts';
import { TaskTag } from '../collect/tasks-pane.tsx';
import { ActDialog } from '../parts/act-dialog.tsx';
import { useSaid } from '../parts/acts.ts';
import { Field } from '../parts/field.tsx';
import { daysUntil, printWhen } from '../parts/numbers.ts';
import { Empty, Trouble, Waiting } from '../parts/states.tsx';
import { Refused, tell } from '../shell/api.ts';
import { askAgain, useAsk } from '../shell/asking.ts';
import { useLanguage, useWords } from '../shell/language.tsx';
import type { RoundShown } from '../shell/round.tsx';
import { instantOf } from './open-round.tsx';
import { roundsWords } from './words.ts';

export function Calendar({ round }: { readonly round: RoundShown }) {
  const say = useWords(roundsWords);
  const { language } = useLanguage();
  const { data, error, refetch } = useAsk<TaskList>(`/rounds/${round.round}/tasks`);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [isExtending, extending] = useState(false);
  const open = (data ?? [])
    .filter(({ state }) => state !== 'accepted' && state !== 'locked')
    .sort((a, b) => a.due.localeCompare(b.due));
  const picked = open.filter(({ task }) => chosen.has(task));
  const turn = (task: string, isOn: boolean): void => {
    const next = new Set(chosen);
    if (isOn) next.add(task);
    else next.delete(task);
    choose(next);
  };
  return (
    <section className="block" aria-labelledby="rounds-calendar">
      <h2 id="rounds-calendar">
        {say.calendar} · {round.name}
      </h2>
      <p style={{ color: 'var(--ink2)', marginBottom: 8 }}>{say.calendarNote}</p>
      {error !== null && <Trouble refused={error} retry={refetch} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && open.length === 0 && <Empty>{say.allThrough}</Empty>}
      {open.length > 0 && (
        <>
          <p className="row" style={{ marginBottom: 8 }}>
            <label>
              <input
                type="checkbox"
                checked={picked.length === open.length}
                onChange={({ target }) => choose(new Set(target.checked ? open.map(({ task }) => task) : []))}
              />{' '}
              {say.all}
            </label>
            <Button disabled={picked.length === 0 || round.state !== 'collecting'} onClick={() => extending(true)}>
              {say.extend}
            </Button>
          </p>
          <table className="list" aria-labelledby="rounds-calendar">
            <thead>
              <tr>
                <th scope="col">{say.unit}</th>
                <th scope="col">{say.part}</th>
                <th scope="col">{say.state}</th>
                <th scope="col">{say.due}</th>
              </tr>
            </thead>
            <tbody>
              {open.map(({ task, name, deptName, part, due, ...of }) => (
                <tr key={task}>
                  <td>
                    <label>
                      <input
                        type="checkbox"
                        checked={chosen.has(task)}
                        onChange={({ target }) => turn(task, target.checked)}
                      />{' '}
                      {name}
                      {deptName !== '' && ` · ${deptName}`}
                    </label>
                  </td>
                  <td>{part === 'forms' ? say.forms : say.schools}</td>
                  <td>
                    <TaskTag {...of} filled={of.answered} />
                  </td>
                  <td style={{ color: daysUntil(due) < 0 ? 'var(--error)' : undefined }}>
                    {printWhen(due, language)} · {say.left(daysUntil(due))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {isExtending && <Extend round={round} tasks={picked} leave={() => extending(false)} />}
    </section>
  );
}

interface ExtendGiven {
  readonly round: RoundShown;
  readonly tasks: TaskList;
  leave(): void;
}

function Extend({ round, tasks, leave }: ExtendGiven) {
  const say = useWords(roundsWords);
  const said = useSaid();
  const cache = useQueryClient();
  const [due, keepDue] = useState('');
  const [reason, keepReason] = useState('');
  const [done, count] = useState(0);
  const act = async (): Promise<void> => {
    let first: Refused | undefined;
    let failed = 0;
    for (const [at, { task, edition }] of tasks.entries()) {
      const body = { edition, due: instantOf(due), reason: reason.trim() };
      try {
        await tell({ method: 'POST', path: `/rounds/${round.round}/tasks/${task}/due`, body });
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        first ??= error;
        failed += 1;
      }
      count(at + 1);
    }
    await askAgain(cache, `/rounds/${round.round}`);
    if (first !== undefined && failed === tasks.length) throw first;
    said.done(
      failed === 0 ? say.extended(tasks.length) : `${say.extended(tasks.length - failed)}${say.notExtended(failed)}`,
    );
  };
  return (
    <ActDialog
      title={say.extend}
      verb={say.extend}
      isReady={due !== '' && reason.trim() !== ''}
      act={act}
      leave={leave}
    >
      <p>{say.extendBody(tasks.length)}</p>
      <Field label={say.extendTo}>
        {(id) => (
          <input
            id={id}
            type="datetime-local"
            className="input"
            value={due}
            onChange={({ target }) => keepDue(target.value)}
          />
        )}
      </Field>
      <Field label={say.reason}>
        {(id) => <input id={id} className="input" value={reason} onChange={({ target }) => keepReason(target.value)} />}
      </Field>
      {done > 0 && <p role="status">{say.extending(done, tasks.length)}</p>}
    </ActDialog>
  );
}
