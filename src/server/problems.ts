/** Why the door does not pass a request on. */
import { problem, problems } from '../kernel/index.ts';

type Nothing = Record<string, never>;

export const ServerProblem = problems('server', {
  bodyUnreadable: problem<Nothing>(2, 400),
  keyUnreadable: problem<{ most: number }>(2, 400),
  editionUnreadable: problem<Nothing>(2, 400),
  /** The body names another edition than If-Match. */
  editionsDiffer: problem<{ header: number }>(2, 400),
  textUnstorable: problem<Nothing>(2, 400),
  requestUnreadable: problem<Nothing>(2, 400),
  signInFirst: problem<Nothing>(3, 401),
  foreignOrigin: problem<Nothing>(3, 403),
  csrfMissing: problem<Nothing>(3, 403),
  scopeMissing: problem<{ action: string }>(3, 403),
  operatorOnly: problem<Nothing>(3, 403),
  notFound: problem<Nothing>(3, 404),
  tooSlow: problem<Nothing>(3, 408),
  bodyTooLarge: problem<{ most: number }>(3, 413),
  mediaType: problem<Nothing>(2, 415),
  hostUnknown: problem<Nothing>(3, 421),
  tooMany: problem<Nothing>(3, 429),
  headersTooLarge: problem<Nothing>(3, 431),
  bug: problem<Nothing>(3, 500),
  databaseAway: problem<Nothing>(3, 503),
  busy: problem<Nothing>(3, 503),
  diskFull: problem<Nothing>(3, 507),
});
