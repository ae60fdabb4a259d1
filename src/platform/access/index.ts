/** Who comes in, as whom, and who keeps the accounts. */
import { en } from './messages.en.ts';
import { zh } from './messages.zh.ts';

export { civilDay } from './civil-day.ts';
export * from './contract.ts';
export type { Entering, SignedIn } from './open-session.ts';
export { checkPassword, hashPassword, oneTimePassword } from './password.ts';
export { AccessProblem } from './problems.ts';
export { findSession, type Session } from './session.ts';
export { type SignIn, signIn } from './sign-in.ts';

export const messages = { zh, en };
