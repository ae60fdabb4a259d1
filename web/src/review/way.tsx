import type { ReviewSheet } from '../../../src/review/replies.ts';
import { useWords } from '../shell/language.tsx';
import { reviewWords } from './words.ts';

/** Who took which step of this passage. */
export function Way({ sheet }: { readonly sheet: ReviewSheet }) {
  const say = useWords(reviewWords);
  const start = sheet.decisions.findLastIndex(({ verdict }) => verdict === 'submit');
  return (
    <ol className="review-way" aria-label={say.way}>
      {sheet.decisions.slice(Math.max(0, start)).map(({ verdict, person, at }) => (
        <li key={at + verdict}>
          {say.verdicts[verdict] ?? verdict} {person}
        </li>
      ))}
      <li aria-current="step">{sheet.stateName}</li>
    </ol>
  );
}
