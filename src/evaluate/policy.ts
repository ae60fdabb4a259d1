/** Who sees results: the prefecture's office, verifiers and leaders all of them; others those of their own unit alone. */
import { byOnePost, holds, reaches, type Who } from '../platform/index.ts';

/** Anyone with business in a round may ask; what they get is cut by `maySeeResult`. */
export const mayAskResults = (who: Who): boolean =>
  holds(who, ['office', 'verifier', 'reader', 'reporter', 'approver']);

/** `unit` is a number. A bureau's post opens no result of its whole government, whose parts name every county. Counties never see each other's, since unverified scores are no ranking (reference 2.7). */
export const maySeeResult = (who: Who, unit: number): boolean =>
  byOnePost(
    who,
    (alone) =>
      (alone.reach === '*' && holds(alone, ['office', 'verifier', 'reader'])) ||
      holds(alone, ['office', 'reader', 'reporter', 'approver'], unit, ''),
  );

/** Who judges or looks on; a filler states what is, not what would be. */
export const mayAskSuppose = (who: Who): boolean => holds(who, ['office', 'verifier', 'reader']);
export const maySuppose = (who: Who, unit: number): boolean =>
  byOnePost(who, (alone) => mayAskSuppose(alone) && maySeeResult(alone, unit));

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
  byOnePost(who, (alone) =>
    ({
      stated: () => holds(alone, ['reporter'], unit, lead),
      proposed: () => holds(alone, ['office'], evaluee) && reaches(alone, unit),
      verified: () => mayVerify(alone, unit),
    })[owner](),
  );

export const mayVerify = (who: Who, unit: number): boolean =>
  byOnePost(who, (alone) => holds(alone, ['verifier']) && reaches(alone, unit));

/** 按得分排序 is the scheme's to allow; whoever sees results sees whether it is. */
export const mayPermitOrder = (who: Who): boolean => holds(who, ['schemeAdmin']);
export const maySeeOrder = (who: Who): boolean => mayAskResults(who) || mayPermitOrder(who);
