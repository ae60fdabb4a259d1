/** On the first screen of a scheme's administrator: what waits for a decision of theirs, and the way to it. */
import { Link } from '@tanstack/react-router';
import type { ExceptionList } from '../../../../src/review/replies.ts';
import { LevelMark } from '../../parts/level-mark.tsx';
import { useAsk } from '../../shell/asking.ts';
import { useWords } from '../../shell/language.tsx';
import { exceptionWords } from './words.ts';
import './waiting-line.css';

export function WaitingLine({ round }: { readonly round: string }) {
  const say = useWords(exceptionWords);
  const { data } = useAsk<ExceptionList>(`/rounds/${round}/exceptions`);
  const waiting = data?.exceptions.filter(({ state }) => state === 'waits') ?? [];
  const [first] = waiting;
  if (first === undefined) return null;
  return (
    <p className="waiting-line">
      <LevelMark level="warn" />{' '}
      <Link to="/exceptions" search={(before) => ({ ...before, exception: first.exception })}>
        {say.line(waiting.length, first.unit, first.name)}
      </Link>
    </p>
  );
}
