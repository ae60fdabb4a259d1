/** One entry's bytes. What comes out is counted while it comes out: a declared size that lies ends the work. */
import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry } from './directory.ts';
import { OoxmlProblem } from './problem.ts';

/** Room asked for at a time; one piece for usual parts. */
const CHUNK_LIMIT = 1024 * 1024;

export function inflate(entry: Entry, file: string): Uint8Array {
  const bytes = entry.method === 0 ? entry.packed : inflateWithin(entry, file);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc32) {
    throw OoxmlProblem.damaged({ file, part: entry.name });
  }
  return bytes;
}

function inflateWithin(entry: Entry, file: string): Uint8Array {
  const chunkSize = Math.min(Math.max(entry.size, 64), CHUNK_LIMIT);
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: Math.max(entry.size, 1), chunkSize });
  } catch {
    throw OoxmlProblem.damaged({ file, part: entry.name });
  }
}
