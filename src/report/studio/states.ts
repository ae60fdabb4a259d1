/** How far a blank is, for the office and for the screens. */
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
