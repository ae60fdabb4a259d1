/** Which of the figures are shown, with how many each view has. */
import type { ReviewFigure } from '../../../src/review/replies.ts';
import { useWords } from '../shell/language.tsx';
import { VIEWS } from './routes.tsx';
import { reviewWords } from './words.ts';

export type View = (typeof VIEWS)[number];

interface Given {
  readonly view: View;
  readonly shown: Readonly<Record<View, readonly ReviewFigure[]>>;
  /** Figures that ask for no look. */
  readonly rest: number;
  look(at: View): void;
}

export function SheetViews({ view, shown, rest, look }: Given) {
  const say = useWords(reviewWords);
  return (
    <div className="review-views">
      <fieldset className="review-piles">
        {VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            className="plain-button review-pile"
            aria-current={each === view}
            onClick={() => look(each)}
          >
            {say.views[each]} {shown[each].length}
          </button>
        ))}
      </fieldset>
      <span>{say.rest(rest)}</span>
    </div>
  );
}
