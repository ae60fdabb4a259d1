/** Why somebody is not let in, or accounts and posts are not changed as asked. */
import { problem, problems } from '../../kernel/index.ts';

type Nothing = Record<string, never>;

export const AccessProblem = problems('access', {
  // Signing in. Unknown, wrong, closed and locked look alike: an outsider learns no login from the answer.
  signInRefused: problem<Nothing>(3, 401),
  totpWanted: problem<Nothing>(3, 401),
  totpRefused: problem<Nothing>(3, 401),
  totpForeign: problem<Nothing>(3, 409),
  personWanted: problem<{ persons: readonly string[] }>(3, 401),
  noPersonLeft: problem<Nothing>(3, 403),
  pinRefused: problem<{ person: string }>(3, 401),
  pinBlocked: problem<{ person: string }>(3, 423),
  tenantWanted: problem<{ tenants: readonly string[] }>(3, 409),
  noPost: problem<Nothing>(3, 403),
  oidcRefused: problem<Nothing>(3, 401),
  oidcAway: problem<Nothing>(3, 503),
  identityUnknown: problem<Nothing>(3, 403),
  // One's own account.
  accountLocked: problem<{ minutes: number }>(3, 423),
  oldPasswordWrong: problem<Nothing>(3, 403),
  noPassword: problem<Nothing>(3, 409),
  passwordShort: problem<{ least: number }>(2, 422),
  passwordLong: problem<{ most: number }>(2, 422),
  passwordIsLogin: problem<Nothing>(2, 422),
  passwordCommon: problem<Nothing>(2, 422),
  passwordSame: problem<Nothing>(2, 422),
  pinCommon: problem<Nothing>(2, 422),
  totpCodeWrong: problem<Nothing>(2, 422),
  sessionUnknown: problem<Nothing>(3, 404),
  tokenUnknown: problem<Nothing>(3, 404),
  // Keeping accounts and posts.
  loginForm: problem<{ login: string }>(2, 422),
  loginTaken: problem<{ login: string }>(3, 409),
  identityTaken: problem<Nothing>(3, 409),
  accountUnknown: problem<Nothing>(3, 404),
  accountClosed: problem<{ name: string }>(3, 409),
  accountElsewhere: problem<{ name: string }>(3, 403),
  personTaken: problem<{ person: string }>(3, 409),
  personUnknown: problem<Nothing>(3, 404),
  unitUnknown: problem<{ unit: number }>(3, 404),
  postUnknown: problem<Nothing>(3, 404),
  postInPast: problem<{ day: string; today: string }>(2, 422),
  handOverToSelf: problem<Nothing>(2, 422),
  adminsSeparate: problem<{ role: string; held: string }>(3, 409),
  adminHoldsNoBusiness: problem<{ role: string; held: string }>(3, 409),
  alreadyFounded: problem<Nothing>(3, 409),
  lastSecurityAdmin: problem<Nothing>(3, 409),
  peopleColumns: problem<{ file: string; missing: readonly string[] }>(2, 422),
  peopleMany: problem<{ count: number; most: number }>(2, 422),
});
