/** The clean pile passed in one act, after a look at a few taken at random. */
import { Button } from 'antd';
import { useMemo } from 'react';
import type { Queue, QueuePassed } from '../../../src/review/replies.ts';
import { useConfirm, useSaid } from '../parts/acts.ts';
import { newKey } from '../shell/api.ts';
import { useTell } from '../shell/asking.ts';
import { useWords } from '../shell/language.tsx';
import { useRound } from '../shell/round.tsx';
import { reviewWords } from './words.ts';

const SAMPLES = 3;

export function PassClean({ clean }: { readonly clean: Queue }) {
  const say = useWords(reviewWords);
  const { round } = useRound();
  const confirm = useConfirm();
  const said = useSaid();
  const samples = useMemo(() => clean.toSorted(() => Math.random() - 0.5).slice(0, SAMPLES), [clean]);
  const pass = useTell<void, QueuePassed>(
    () => ({
      method: 'POST',
      path: `/rounds/${round}/queue/pass`,
      body: { tasks: clean.map(({ task, edition }) => ({ task, edition })) },
      key: newKey(),
    }),
    { changes: [`/rounds/${round}`] },
  );
  if (clean.length === 0) return null;
  const carryOut = async (): Promise<void> => {
    const body = (
      <>
        <p>{say.passBody}</p>
        <ul>
          {samples.map(({ task, name, deptName, part }) => (
            <li key={task}>
              <a href={`/review?pile=clean&task=${task}`} target="_blank" rel="noreferrer">
                {name} {deptName} {say.part[part as 'forms' | 'schools']}
              </a>
            </li>
          ))}
        </ul>
      </>
    );
    if (!(await confirm({ title: say.passTitle(clean.length), body, verb: say.passAll(clean.length) }))) return;
    await pass.mutateAsync().then(
      ({ passed, left }) => said.done(say.passed(passed.length, left.length)),
      (error) => said.refused(error),
    );
  };
  return (
    <>
      <span className="review-clean">{say.clean(clean.length)}</span>
      <Button type="primary" loading={pass.isPending} onClick={() => void carryOut()}>
        {say.passAll(clean.length)}
      </Button>
    </>
  );
}
