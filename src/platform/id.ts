/**
 * Identifiers that sort in the order in which a process made them (UUID version 7, RFC 9562 5.7 and 6.2 method 1):
 * indexes grow at one end, and rows of one statement keep their order.
 */
import { randomBytes } from 'node:crypto';

/** Values of the twelve bits behind the time. */
const COUNTS = 0x1000;
let [last, count] = [0, 0];

export function newId(now = Date.now()): string {
  count = now > last ? 0 : count + 1;
  // A clock that stands or jumps back, and a millisecond that is full, go on counting from the last time.
  last = Math.max(now, last) + (count === COUNTS ? 1 : 0);
  count %= COUNTS;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(last, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Below every identifier made at that time or later, and above those made before. */
export const idsSince = (at: number): string =>
  `${at
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-0000-0000-000000000000`;
