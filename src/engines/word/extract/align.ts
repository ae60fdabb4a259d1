/** Longest common subsequence of two lists of texts. */

type Pairs = readonly (readonly [number, number])[];

/** Largest table; lists beyond it are only matched from their ends. */
const TABLE_LIMIT = 4_000_000;

/** How many texts are alike from the start, and behind that from the end. */
function likeEnds(a: readonly string[], b: readonly string[]): { readonly start: number; readonly end: number } {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return { start, end };
}

export function isAlignable(a: readonly string[], b: readonly string[]): boolean {
  const { start, end } = likeEnds(a, b);
  return (a.length - start - end) * (b.length - start - end) <= TABLE_LIMIT;
}

/** Places of equal texts in both lists, in order. */
export function alignEqual(a: readonly string[], b: readonly string[]): Pairs {
  const { start, end } = likeEnds(a, b);
  const tail = Array.from({ length: end }, (_, nth) => [a.length - end + nth, b.length - end + nth] as const);
  const head = Array.from({ length: start }, (_, nth) => [nth, nth] as const);
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const middle = left.length * right.length > TABLE_LIMIT ? [] : common(left, right);
  return [...head, ...middle.map(([i, j]) => [i + start, j + start] as const), ...tail];
}

function common(a: readonly string[], b: readonly string[]): Pairs {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}
