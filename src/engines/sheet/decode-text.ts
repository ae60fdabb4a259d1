/** The text of bytes as offices save it: UTF-8, UTF-16 with its mark, or GB18030. */

const MARKS: readonly (readonly [encoding: string, first: number, second: number])[] = [
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
];

/** Without its byte order mark; undefined where no encoding fits. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked = MARKS.find(([, first, second]) => bytes[0] === first && bytes[1] === second);
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked[0]]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one.
    }
  }
  return undefined;
}
