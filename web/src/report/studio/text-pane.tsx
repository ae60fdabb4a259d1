/** The template's text as it reads so far; the blank in hand stands out. */
import { memo, useEffect, useRef } from 'react';
import { stateOfBlank } from '../../../../src/report/pure.ts';
import type { StudioPage } from '../../../../src/report/replies.ts';
import { Scrolling } from '../../parts/scrolling.tsx';
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';
import { isErased } from './choice.ts';
import { wordsOf } from './say-offer.ts';
import type { StudioBlank } from './use-desk.ts';

interface Given {
  readonly page: StudioPage;
  readonly now: string | undefined;
  choose(id: string): void;
}

export function TextPane({ page, now, choose }: Given) {
  const { studio: say } = useWords(reportWords);
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (now !== undefined) pane.current?.querySelector(`[data-place="${now}"]`)?.scrollIntoView({ block: 'center' });
  }, [now]);
  const blanks = Map.groupBy(page.blanks, ({ paragraph }) => paragraph);
  return (
    <Scrolling ref={pane} className="text-pane" label={say.text}>
      <div className="text-sheet">
        {page.paragraphs.map(({ paragraph, text, level, table }) =>
          text === '' || (table !== undefined && table.row > 1) ? null : (
            <Line
              key={paragraph}
              text={text}
              level={level}
              isCell={table !== undefined}
              blanks={blanks.get(paragraph) ?? NONE}
              now={blanks.get(paragraph)?.some(({ id }) => id === now) === true ? now : undefined}
              choose={choose}
            />
          ),
        )}
      </div>
    </Scrolling>
  );
}

const NONE: readonly StudioBlank[] = [];

interface LineGiven {
  readonly text: string;
  readonly level: number | undefined;
  readonly isCell: boolean;
  readonly blanks: readonly StudioBlank[];
  readonly now: string | undefined;
  choose(id: string): void;
}

const Line = memo(function Line({ text, level, isCell, blanks, now, choose }: LineGiven) {
  let at = 0;
  const parts = blanks.flatMap((blank) => {
    const before = text.slice(at, blank.start);
    at = Math.max(at, blank.end);
    const state = stateOfBlank(blank, blank.decision);
    const words = wordsOf(blank);
    return [
      <span key={`${blank.id}<`}>{before}</span>,
      <button
        key={blank.id}
        type="button"
        tabIndex={-1}
        data-place={blank.id}
        className={`text-blank blank-mark blank-${state}${now === blank.id ? ' text-blank-now' : ''}`}
        onClick={() => choose(blank.id)}
      >
        {isErased(blank) ? <del>{blank.text}</del> : words === '' ? '□' : words}
      </button>,
    ];
  });
  return (
    <p className={isCell ? 'text-cell' : level === undefined ? 'text-line' : `text-level${Math.min(3, level)}`}>
      {parts}
      {text.slice(at)}
    </p>
  );
});
