/** What an offer says: its value, how it came about, why it is offered. */
import type { punctuation } from '../../parts/punctuation.ts';
import type { Words } from '../../shell/language.tsx';
import type { zh } from '../words.zh.ts';
import type { Offer, StudioBlank } from './use-desk.ts';

type Say = Words<typeof zh>['studio'];
export type Printed = Offer['formats'][number];

export const valueWords = (printed: Printed | undefined, blank: StudioBlank, say: Say): string => {
  if (printed === undefined) return '';
  if ('missing' in printed) return say.missing(printed.missing);
  // A change prints its own word and unit.
  if (/[一-鿿%]$/.test(printed.printed)) return printed.printed;
  return blank.unit === '%' ? `${printed.printed}%` : `${printed.printed} ${blank.unit ?? ''}`.trim();
};

export function noteOf({ how, reported, of, doubles }: Offer, say: Say): string {
  if (doubles !== undefined) return say.doubled(doubles);
  if (how === undefined) return '';
  return reported === undefined || of === undefined ? say.how[how] : say.sum(reported, of);
}

export const reasonsOf = ({ reasons }: Offer, say: Say, marks: Words<(typeof punctuation)['zh']>): string =>
  reasons
    .map((reason) => {
      if (reason.why === 'words') return say.reasons.words(reason.words);
      if (reason.why === 'unit') return say.reasons.unit(reason.unit);
      if (reason.why === 'change') return say.reasons.change(reason.of);
      if (reason.why === 'section') return say.reasons.section(reason.heading);
      if (reason.why === 'column') return say.reasons.column(reason.head);
      return reason.why === 'own' ? say.reasons.own : say.reasons.fact;
    })
    .join(marks.semicolon);

/** What stands in the text once it is decided, or would with this offer. */
export function wordsOf({ text, decision, shown }: StudioBlank): string {
  if (decision === undefined || decision.as === 'leave') return text;
  if (decision.as === 'words') return decision.words;
  return shown !== undefined && 'printed' in shown ? shown.printed : '【缺】';
}

export const kindOf = ({ kind, unit }: StudioBlank, say: Say): string =>
  kind === 'count' && unit !== undefined && /[人名]/.test(unit) ? say.people : say.kinds[kind];
