/**
 * Signing in with a password, and where asked a one-time code and a person's PIN.
 *
 * 1. count the attempt   (login)            attempts.ts
 * 2. password            => who knows it    password.ts
 * 3. one-time code       => who holds it    totp.ts
 * 4. person and PIN      => which 经办人     pin.ts
 * 5. session             => cookie          open-session.ts
 *
 * Until the password was right every answer is `access.signInRefused`, also for a locked or closed account, after the
 * same work and not before the same time: logins cannot be learned, nor is a right password told while it is locked.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../db/connect.ts';
import { foldLogin } from './accounts/login.ts';
import { type AccountRow, forgetAttempts, giveBackAttempt, takeAttempt } from './attempts.ts';
import { inTurn } from './in-turn.ts';
import { type Entering, onRecord, openSession, recordRefusal, type SignedIn } from './open-session.ts';
import { verifyPassword } from './password.ts';
import { type ChosenPerson, checkPerson } from './pin.ts';
import { AccessProblem } from './problems.ts';
import { totpStepOf } from './totp.ts';
import type { Vault } from './vault.ts';

/** Several times the work of any refusal, so that how far it came cannot be timed. */
const REFUSED_AFTER_MS = 250;

export interface SignIn extends Entering {
  readonly login: string;
  readonly password: string;
  readonly totp?: string | undefined;
  /** Name of the 经办人 at a shared account. */
  readonly person?: string | undefined;
  readonly pin?: string | undefined;
}

/**
 * Throws `access.signInRefused`; and once the password was right `access.totpWanted`, `totpRefused`, `personWanted`
 * (with their names), `noPersonLeft`, `pinRefused`, `pinBlocked`, `tenantWanted`, `noPost`; and `totpForeign` where the
 * secret of the account's codes was locked by another installation.
 */
export async function signIn(db: Db, vault: Vault, asked: SignIn): Promise<SignedIn> {
  const began = performance.now();
  try {
    // One after the other: attempts under way count, and ten people at one unit account are no failure.
    const account = await inTurn(foldLogin(asked.login), () => checkSecrets(db, vault, asked));
    const person = await onRecord(db, account, asked, () => checkPerson(db, account.account, asked));
    return await onRecord(db, account, asked, () => openSession(db, account, person, meansOf(account, person), asked));
  } catch (error) {
    await pause(Math.max(0, began + REFUSED_AFTER_MS - performance.now()));
    throw error;
  }
}

const meansOf = ({ totp }: AccountRow, person: ChosenPerson | undefined): string =>
  ['password', ...(totp === null ? [] : ['totp']), ...(person === undefined ? [] : ['pin'])].join('+');

async function checkSecrets(db: Db, vault: Vault, asked: SignIn): Promise<AccountRow> {
  const account = await checkKnowledge(db, asked);
  await checkTotp(db, vault, account, asked);
  await forgetAttempts(db, account.account);
  return account;
}

async function checkKnowledge(db: Db, asked: SignIn): Promise<AccountRow> {
  const attempt = await takeAttempt(db, { login: foldLogin(asked.login) }, asked.now);
  const right = await verifyPassword(attempt?.account.password, asked.password);
  if (attempt === undefined) throw AccessProblem.signInRefused({});
  const { account, open } = attempt;
  const why = !open ? 'locked' : !right ? 'password' : outOfUse(account, asked.now);
  if (why === undefined) return account;
  await recordRefusal(db, account, why, asked);
  throw AccessProblem.signInRefused({});
}

function outOfUse({ state, password_until }: AccountRow, now: Date): string | undefined {
  if (state === 'closed') return 'closed';
  return password_until !== null && password_until <= now ? 'expired' : undefined;
}

/** A wrong code counts like a wrong password; a missing one is asked for and does not count. */
async function checkTotp(db: Db, vault: Vault, account: AccountRow, asked: SignIn): Promise<void> {
  if (account.totp === null) return;
  if (asked.totp === undefined) {
    await giveBackAttempt(db, account.account);
    throw AccessProblem.totpWanted({});
  }
  const secret = vault.open(account.totp, account.account);
  if (secret === undefined) {
    await giveBackAttempt(db, account.account);
    await recordRefusal(db, account, 'totpForeign', asked);
    throw AccessProblem.totpForeign({});
  }
  const step = totpStepOf(secret, asked.totp, asked.now, account.totp_step);
  if (step !== undefined && (await takeTotpStep(db, account.account, step))) return;
  await recordRefusal(db, account, 'totp', asked);
  throw AccessProblem.totpRefused({});
}

/** False when another sign-in has used this code in the meantime. */
async function takeTotpStep(db: Db, account: string, step: bigint): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ totp_step: step })
    .where('account', '=', account)
    .where((where) => where.or([where('totp_step', 'is', null), where('totp_step', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
