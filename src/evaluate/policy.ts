/** Who sees results: the prefecture's office, verifiers and leaders all of them; others those of their own unit alone. */
import { holds, reaches, type Who } from '../platform/index.ts';

/** Anyone with business in a round may ask; what they get is cut by `maySeeResult`. */
export const mayAskResults = (who: Who): boolean =>
  holds(who, ['office', 'verifier', 'reader', 'reporter', 'approver']);

/** Who judges or looks on; a filler states what is, not what would be. */
export const maySuppose = (who: Who): boolean => holds(who, ['office', 'verifier', 'reader']);

/** `unit` is a number. A bureau's post opens no result of its whole government, whose parts name every county. Counties never see each other's, since unverified scores are no ranking (reference 2.7). */
export const maySeeResult = (who: Who, unit: number): boolean =>
  (who.reach === '*' && holds(who, ['office', 'verifier', 'reader'])) ||
  holds(who, ['office', 'reader', 'reporter', 'approver'], unit, '');

/** Last year's results are stated by the office of the evaluee. */
export const mayStateLast = (who: Who, evaluee: number): boolean => holds(who, ['office'], evaluee);

interface ScoredLeaf {
  readonly unit: number;
  /** Department in charge of the leaf; empty for the whole unit. */
  readonly lead: string;
  readonly evaluee: number;
}

/** 自评 by the department in charge, 拟报 by the evaluee's office, 核定 by those who look from above. */
export const mayGiveScore = (
  who: Who,
  owner: 'stated' | 'proposed' | 'verified',
  { unit, lead, evaluee }: ScoredLeaf,
): boolean =>
  ({
    stated: () => holds(who, ['reporter'], unit, lead),
    proposed: () => holds(who, ['office'], evaluee) && reaches(who, unit),
    verified: () => holds(who, ['verifier']) && reaches(who, unit),
  })[owner]();

/** 按得分排序 is the scheme's to allow; whoever sees results sees whether it is. */
export const mayPermitOrder = (who: Who): boolean => holds(who, ['schemeAdmin']);
export const maySeeOrder = (who: Who): boolean => mayAskResults(who) || mayPermitOrder(who);
