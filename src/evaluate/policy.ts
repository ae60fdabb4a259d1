/** Who sees results: the prefecture's office, verifiers and leaders all of them; others those of their own unit alone. */
import { holds, type Who } from '../platform/index.ts';

/** Anyone with business in a round may ask; what they get is cut by `maySeeResult`. */
export const mayAskResults = (who: Who): boolean =>
  holds(who, ['office', 'verifier', 'reader', 'reporter', 'approver']);

/** `unit` is a number. Counties never see each other's, since unverified scores are no ranking (reference 2.7). */
export const maySeeResult = (who: Who, unit: number): boolean =>
  (who.reach === '*' && holds(who, ['office', 'verifier', 'reader'])) ||
  holds(who, ['office', 'reader', 'reporter', 'approver'], unit);
