/** What a reviewer has judged so far, before anything is carried out: per figure, with one step back at a time. */
import { useReducer } from 'react';
import type { ReviewFigure } from '../../../src/review/replies.ts';

export type Verdict = 'accept' | 'return';
type Key = string;
export const keyOf = ({ subject, item, period }: ReviewFigure): Key => `${subject}\t${item}\t${period}`;

interface Judged {
  readonly verdicts: ReadonlyMap<Key, Verdict>;
  readonly before: readonly ReadonlyMap<Key, Verdict>[];
}
type Act = { readonly key: Key; readonly verdict: Verdict | undefined } | 'back';

export function useVerdicts() {
  const [{ verdicts, before }, act] = useReducer(judge, { verdicts: new Map(), before: [] });
  return {
    verdicts,
    judge: (key: Key, verdict: Verdict | undefined) => act({ key, verdict }),
    back: () => act('back'),
    hasBack: before.length > 0,
  };
}

function judge({ verdicts, before }: Judged, act: Act): Judged {
  if (act === 'back') return { verdicts: before.at(-1) ?? verdicts, before: before.slice(0, -1) };
  const next = new Map(verdicts);
  if (act.verdict === undefined) next.delete(act.key);
  else next.set(act.key, act.verdict);
  return { verdicts: next, before: [...before, verdicts] };
}
