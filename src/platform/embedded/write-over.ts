import { closeSync, constants, openSync, writeFileSync } from 'node:fs';

/** Writes over a file of the server's user: as root, a link that user put in its place is not followed. */
export function writeOver(file: string, text: string): void {
  // Windows has no such flag.
  const open = openSync(file, constants.O_WRONLY | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0));
  try {
    writeFileSync(open, text);
  } finally {
    closeSync(open);
  }
}
