/**
 * Passwords and PINs: argon2id with the parameters OWASP names as least (19 MiB, two passes, one lane), and the few
 * rules that help (NIST SP 800-63B 5.1.1.2: length and known ones; no rules on kinds of characters, no expiry).
 */
import { randomInt } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';
import { COMMON_PASSWORDS } from './common-passwords.ts';
import { PASSWORD_LEAST } from './contract.ts';
import { AccessProblem } from './problems.ts';

/** Longer ones would only let strangers make us hash. */
export const PASSWORD_MOST = 200;
const DIFFERENT_LEAST = 4;
const PIN_DIFFERENT_LEAST = 3;
const COMMON_PINS: ReadonlySet<string> = new Set(['123456', '654321', '012345', '123123', '112233', '520131']);
/** argon2id is the package's default algorithm; its constant cannot be imported by a program that only strips types. */
const COST: Options = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

/** With no hash to compare (unknown login, account of an identity provider) the same work is done, and the answer is no. */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  if (password.length > PASSWORD_MOST) return false;
  const same = await verify(stored ?? (await nobodys()), password.normalize('NFC'));
  return same && stored != null;
}

let made: Promise<string> | undefined;
function nobodys(): Promise<string> {
  made ??= hashPassword(oneTimePassword());
  return made;
}

/** Throws the `access.password…` problem of the first rule that is not met. */
export function checkPassword(password: string, login: string): void {
  const plain = password.normalize('NFC').toLowerCase();
  if ([...plain].length < PASSWORD_LEAST) throw AccessProblem.passwordShort({ least: PASSWORD_LEAST });
  if (plain.length > PASSWORD_MOST) throw AccessProblem.passwordLong({ most: PASSWORD_MOST });
  if (plain.includes(login.toLowerCase())) throw AccessProblem.passwordIsLogin({});
  if (COMMON_PASSWORDS.has(plain) || new Set(plain).size < DIFFERENT_LEAST) throw AccessProblem.passwordCommon({});
}

/** Throws `access.pinCommon` for 111111, 123456 and their like. */
export function checkPin(pin: string): void {
  if (COMMON_PINS.has(pin) || new Set(pin).size < PIN_DIFFERENT_LEAST) throw AccessProblem.pinCommon({});
}

/** Read out over the telephone: no letters or digits that are taken for one another. */
const SPOKEN = 'abcdefghjkmnpqrstuvwxyz23456789';
const ONE_TIME_LENGTH = 16;

/** 79 bits; to be changed at the first sign-in. */
export const oneTimePassword = (): string =>
  Array.from({ length: ONE_TIME_LENGTH }, () => SPOKEN[randomInt(SPOKEN.length)]).join('');

/** Long enough for an envelope to reach a school in the hills. */
const ONE_TIME_LASTS = 14 * 24 * 60 * 60_000;

/** What an account is given when somebody else made its password. */
export const oneTime = async (password: string, now: Date) => ({
  password: await hashPassword(password),
  must_change: true,
  password_until: new Date(now.getTime() + ONE_TIME_LASTS),
});
