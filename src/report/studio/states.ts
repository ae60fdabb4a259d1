/** How far a blank is, for the office and for the screens. */
import type { Confidence } from '../suggest/contract.ts';
import type { Blank, Decision } from './contract.ts';

export const BLANK_STATES = ['open', 'done', 'deleted', 'stale', 'substituted', 'wrong', 'left'] as const;
export type BlankState = (typeof BLANK_STATES)[number];

/** 待定 已定 疑似漏字 疑似过期 疑似换字 须改 无需取数. */
export function stateOfBlank({ doubt }: Pick<Blank, 'doubt'>, decision: Decision | undefined): BlankState {
  if (decision === undefined) return doubt ?? 'open';
  return decision.as === 'leave' ? 'left' : 'done';
}

/** What keeps a template from being saved: blanks nobody has looked at, and words that are wrong. */
export const keepsOpen = (state: BlankState): boolean => state === 'open' || state === 'wrong';

/**
 * 匹配度: how sure what is offered is. Where words are missing the words are offered: one alone is beyond doubt, which
 * of several was lost only a person can tell; a span that contradicts itself is looked at in any case.
 */
export function matchOf({ doubt, words }: Pick<Blank, 'doubt' | 'words'>, figure: Confidence): Confidence {
  if (words.length === 0) return figure;
  if (words.length > 1) return 'low';
  return doubt === 'wrong' ? 'middle' : 'high';
}

/** The words a person is given first for a blank that lost some; which of several was lost, only a person can tell. */
export const likelyWords = ({ doubt, words }: Pick<Blank, 'doubt' | 'words'>): string | undefined =>
  words.length === 1 || doubt === 'substituted' ? words[0] : undefined;

/** What is confirmed in one act: nobody has decided it, and its match is shown as 高. */
export const isSure = (blank: { readonly decision?: unknown; readonly confidence: Confidence }): boolean =>
  blank.decision === undefined && blank.confidence === 'high';
