/** One-time codes of a telephone (RFC 6238), each good once. */
import { generateSecret, generateURI, verifySync } from 'otplib';

const CODE = /^\d{6}$/;
/** A clock half a minute wrong either way is forgiven. */
const TOLERANCE_SECONDS = 30;
const ISSUER = '履职';

export const newTotpSecret = (): string => generateSecret();

/** `otpauth://…`, shown as a QR code. */
export const totpAddress = (secret: string, login: string): string =>
  generateURI({ issuer: ISSUER, label: login, secret });

/** The time step of a right code later than `lastStep`; undefined for a wrong, stale or used one. */
export function totpStepOf(secret: string, code: string, now: Date, lastStep: bigint | null): bigint | undefined {
  if (!CODE.test(code)) return undefined;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: TOLERANCE_SECONDS,
    ...(lastStep === null ? {} : { afterTimeStep: Number(lastStep) }),
  });
  return result.valid && 'timeStep' in result ? BigInt(result.timeStep) : undefined;
}
