/** One blank in the list: its words, what may belong there, how sure, how far. */
import { memo } from 'react';
import { stateOfBlank } from '../../../../src/report/pure.ts';
import { useWords } from '../../shell/language.tsx';
import { reportWords } from '../words.ts';
import { isErased } from './choice.ts';
import { kindOf, valueWords } from './say-offer.ts';
import type { StudioBlank } from './use-desk.ts';

interface Given {
  readonly blank: StudioBlank;
  readonly no: number;
  readonly paragraph: string;
  readonly isNow: boolean;
  /** Words it says twice as it was decided. */
  readonly doubles: string | undefined;
  choose(id: string): void;
}
const BEFORE = 10;
const BEHIND = 12;

export const BlankRow = memo(function BlankRow({ blank, no, paragraph, isNow, doubles, choose }: Given) {
  const { studio: say } = useWords(reportWords);
  const { start, end, text, decision, confidence, offers, words, shown } = blank;
  const state = stateOfBlank(blank, decision);
  const [offer] = offers;
  const isFigure = decision?.as === 'figure';
  const name = isErased(blank)
    ? say.erase(text)
    : isFigure
      ? decision.label
      : decision?.as === 'words'
        ? decision.words
        : (offer?.name ?? '');
  const value = isFigure
    ? valueWords(shown, blank, say)
    : decision === undefined
      ? valueWords(offer?.formats[0], blank, say)
      : '';
  const chips = decision === undefined && words.length > 0 ? words.join(' / ') : undefined;
  return (
    <button
      type="button"
      className="blank-row"
      tabIndex={isNow ? 0 : -1}
      aria-current={isNow}
      data-blank={blank.id}
      onClick={() => choose(blank.id)}
    >
      <span className="blank-no">{no}</span>
      <span className="blank-text">
        {paragraph.slice(Math.max(0, start - BEFORE), start)}
        <mark className={`blank-mark blank-${state}`}>{text === '' ? '□' : text}</mark>
        {paragraph.slice(end, end + BEHIND)}
      </span>
      <span className="blank-kind">{kindOf(blank, say)}</span>
      <span className="blank-offer">
        <span>{chips ?? (name === '' ? say.noOffer : name)}</span>
        {chips === undefined && value !== '' && <span className="report-quiet">{value}</span>}
        {doubles !== undefined && <span className="blank-doubled">{say.doubled(doubles)}</span>}
      </span>
      <span className="blank-sure">
        <Bars level={confidence} />
        {say.confidence[confidence]}
      </span>
      <span className={`blank-state blank-state-${state}`}>{say.states[state]}</span>
    </button>
  );
});

const STEPS = { high: 3, middle: 2, low: 1 } as const;

function Bars({ level }: { readonly level: keyof typeof STEPS }) {
  return (
    <span className="blank-bars" aria-hidden="true">
      {[1, 2, 3].map((step) => (
        <span key={step} className={step <= STEPS[level] ? 'on' : undefined} />
      ))}
    </span>
  );
}
