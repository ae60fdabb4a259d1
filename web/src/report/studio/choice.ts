/** What would be decided for the blank in hand, before it is. */
import type { Decision } from '../../../../src/report/pure.ts';
import type { Offer, StudioBlank } from './use-desk.ts';

export interface Choice {
  readonly offer: Offer | undefined;
  readonly format: string | undefined;
  readonly words: string | undefined;
}
const NO_CHOICE: Choice = { offer: undefined, format: undefined, words: undefined };

export const choiceOf = (offer: Offer): Choice => ({ offer, format: offer.formats[0]?.format, words: undefined });
export const choiceOfWords = (words: string): Choice => ({ ...NO_CHOICE, words });

/** Emptying the field of own words decides nothing: taking the template's words away is an act of its own. */
export const isReady = ({ offer, words }: Choice): boolean => (words ?? '') !== '' || offer !== undefined;

/**
 * What was decided, else the first that is offered: words where some are missing, a figure elsewhere. Of what nobody is
 * sure of nothing is chosen before a person does.
 */
export function firstChoice(blank: StudioBlank | undefined): Choice {
  if (blank === undefined) return NO_CHOICE;
  const { decision, offers, confidence } = blank;
  if (decision?.as === 'words') return choiceOfWords(decision.words);
  if (decision?.as === 'figure') {
    const offer = offers.find(({ expression }) => expression === decision.value);
    const own = { expression: decision.value, name: decision.label, reasons: [], formats: [] };
    return { offer: offer ?? own, format: decision.format, words: undefined };
  }
  return confidence === 'low' ? NO_CHOICE : (choicesOf(blank)[0] ?? NO_CHOICE);
}

/** As they are numbered on the card. */
export const choicesOf = ({ words, offers }: StudioBlank): readonly Choice[] => [
  ...words.map(choiceOfWords),
  ...offers.map(choiceOf),
];

export function decisionOf({ offer, format, words }: Choice): Decision {
  if (words !== undefined) return { as: 'words', words };
  return {
    as: 'figure',
    value: offer?.expression ?? '',
    format: format ?? '文字',
    label: (offer?.name ?? '').slice(0, 80),
  };
}

/** The template's own words are taken away, and nothing stands there. */
export const isErased = ({ text, decision }: StudioBlank): boolean =>
  text !== '' && decision?.as === 'words' && decision.words === '';
