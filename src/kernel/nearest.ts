/** What somebody may have meant: the known words that differ least from the one written. */

/** Words further away are no slip of the pen. */
const farthest = (length: number): number => Math.max(1, Math.floor((length * 2) / 5));
const NAMED = 4;

/** Letters put in, left out or changed, one each. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The nearest first; all of the known where none is near. */
export function nearest(word: string, known: readonly string[]): readonly string[] {
  const near = known
    .map((each) => ({ each, far: distance(word.slice(0, 64), each) }))
    .filter(({ each, far }) => far <= farthest(Math.max(word.length, each.length)))
    .sort((a, b) => a.far - b.far)
    .slice(0, NAMED)
    .map(({ each }) => each);
  return near.length > 0 ? near : known;
}
