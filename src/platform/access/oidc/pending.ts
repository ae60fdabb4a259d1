/** What a browser keeps between leaving for the identity provider and coming back: it ties the answer to the question. */
import Type, { type Static } from 'typebox';
import { Check } from 'typebox/value';

const LASTS = 10 * 60_000;
const Words = Type.String({ minLength: 20, maxLength: 200 });
const PendingShape = Type.Object(
  { state: Words, nonce: Words, verifier: Words, at: Type.Integer() },
  { additionalProperties: false },
);
export type Pending = Static<typeof PendingShape>;

export const printPending = (pending: Pending): string => Buffer.from(JSON.stringify(pending)).toString('base64url');

/** Undefined for what we did not write, or wrote too long ago. */
export function parsePending(text: string, now: Date): Pending | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
  return Check(PendingShape, value) && value.at > now.getTime() - LASTS ? value : undefined;
}
