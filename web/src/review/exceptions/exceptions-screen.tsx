/** 特殊情况: what fillers ask the scheme's administrator to let pass. Waiting first; each with the figures it is about. */
import { useEffect, useRef, useState } from 'react';
import type { ExceptionList } from '../../../../src/review/replies.ts';
import { Screen } from '../../parts/screen.tsx';
import { Empty, Trouble, Waiting } from '../../parts/states.tsx';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { useRound } from '../../shell/round.tsx';
import { useExceptionSearch } from '../routes.tsx';
import { DecideException } from './decide-exception.tsx';
import { ExceptionCard } from './exception-card.tsx';
import { exceptionWords } from './words.ts';
import '../../parts/list.css';
import './exceptions.css';

export type AskedException = ExceptionList['exceptions'][number];

export function ExceptionsScreen() {
  const say = useWords(exceptionWords);
  const { round } = useRound();
  const { exception: shown } = useExceptionSearch();
  const { data, error, refetch } = useAsk<ExceptionList>(`/rounds/${round}/exceptions`);
  const [deciding, decide] = useState<{ readonly asked: AskedException; readonly grant: boolean }>();
  const there = useRef<HTMLElement>(null);
  const isThere = data !== undefined;
  useEffect(() => {
    if (isThere && shown !== undefined) there.current?.scrollIntoView({ block: 'nearest' });
  }, [isThere, shown]);
  if (data === undefined) return error === null ? <Waiting /> : <Trouble refused={error} retry={refetch} />;
  const waiting = data.exceptions.filter(({ state }) => state === 'waits');
  const others = data.exceptions.filter(({ state }) => state !== 'waits').toReversed();
  const cards = (of: readonly AskedException[]) =>
    of.map((asked) => (
      <ExceptionCard
        key={asked.exception}
        {...{ asked, checks: data.checks, year: data.year }}
        place={asked.exception === shown ? there : undefined}
        decide={(grant) => decide({ asked, grant })}
      />
    ));
  return (
    <Screen
      title={say.title}
      state={<span className="exceptions-count">{say.waiting(waiting.length)}</span>}
      note={say.note}
    >
      <div className="exceptions">
        {data.exceptions.length === 0 && <Empty>{say.none}</Empty>}
        {cards(waiting)}
        {others.length > 0 && <h2>{say.decided}</h2>}
        {cards(others)}
      </div>
      {deciding !== undefined && <DecideException {...deciding} round={round} leave={() => decide(undefined)} />}
    </Screen>
  );
}
