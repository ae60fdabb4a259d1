/** 催办: who has not handed in is told that it is waited for, one with one click, or all who are late after their names. */
import { Button } from 'antd';
import { useState } from 'react';
import type { TaskList } from '../../../src/collect/replies.ts';
import type { TasksReminded, TasksWaited } from '../../../src/review/replies.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { ask } from '../shell/api.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { useHolds } from '../shell/session.tsx';
import { nameOf, RemindSure } from './remind-sure.tsx';
import { collectWords } from './words.ts';

type Task = TaskList[number];
const OPEN: ReadonlySet<string> = new Set(['draft', 'returned']);
export const isWithFiller = ({ state }: Task): boolean => OPEN.has(state);

/** Who fills is not asked to hurry others. */
export const useReminds = (): boolean => useHolds('office', 'approver', 'verifier', 'reader');

function useRemind() {
  const say = useWords(collectWords).remind;
  const said = useSaid();
  const { round } = useRound();
  const { mutateAsync, isPending } = useTell<readonly Task[], TasksReminded>((tasks) => ({
    method: 'POST',
    path: `/rounds/${round}/remind`,
    body: { tasks: tasks.map(({ task }) => task) },
  }));
  const remind = (tasks: readonly Task[]): Promise<void> =>
    mutateAsync(tasks).then(
      ({ reminded, left }) => {
        const kept = new Set(left.map(({ task }) => task));
        said.done(say.done(reminded.length, [...new Set(tasks.filter(({ task }) => kept.has(task)).map(nameOf))]));
      },
      (error) => said.refused(error),
    );
  return { remind, isPending };
}

export function RemindOne({ task }: { readonly task: Task }) {
  const say = useWords(collectWords).remind;
  const { remind, isPending } = useRemind();
  return (
    <button
      type="button"
      className="matrix-remind"
      disabled={isPending}
      aria-label={say.oneOf(nameOf(task))}
      onClick={() => void remind([task])}
    >
      {say.one}
    </button>
  );
}

/** Those who are late; where nobody is yet, all who have not handed in. */
export function RemindAll({ tasks }: { readonly tasks: TaskList }) {
  const say = useWords(collectWords).remind;
  const confirm = useConfirm();
  const { remind, isPending } = useRemind();
  const open = tasks.filter(isWithFiller);
  const late = open.filter(({ overdue }) => overdue);
  const chosen = late.length > 0 ? late : open;
  const said = useSaid();
  const { round } = useRound();
  const [isAsking, asking] = useState(false);
  const units = new Set(chosen.map(nameOf)).size;
  if (units === 0) return null;
  const sure = async (): Promise<void> => {
    asking(true);
    const waited = await ask<TasksWaited>(`/rounds/${round}/remind`).catch(said.refused);
    asking(false);
    if (waited === undefined) return;
    const body = <RemindSure tasks={chosen} waited={waited} isLate={late.length > 0} />;
    if (await confirm({ title: say.title(units), body, verb: say.all(units) })) await remind(chosen);
  };
  return (
    <Button loading={isPending || isAsking} onClick={() => void sure()}>
      {say.all(units)}
    </Button>
  );
}
