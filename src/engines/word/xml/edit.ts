/** Changes to a source as ranges, put in all at once; everything between is copied. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Changes must not overlap; at one place, insertions keep the order they were given in. */
export function applyChanges(source: string, changes: readonly Change[]): string {
  const sorted = changes
    .map((change, order) => ({ ...change, order }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of sorted) {
    if (start < at) throw new Error(`changes overlap at ${start}`);
    pieces.push(source.slice(at, start), text);
    at = end;
  }
  return pieces.join('') + source.slice(at);
}
