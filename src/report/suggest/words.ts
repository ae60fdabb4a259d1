/**
 * Chinese words by pairs of characters: no dictionary, and a word that few names hold says more than one that all do.
 */

/** What says nothing about which figure is meant. */
const EMPTY = /[\s\d.,，。；;：:、（）()《》“”"'\-—–%％XＸx×*○_□〔〕[\]]/u;

/** `教育督导` => 教育 育督 督导. Pairs over a mark or a number are none. */
export function pairsOf(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (!EMPTY.test(pair)) found.push(pair);
  }
  return found;
}

/** How telling a pair is among `names`: 1 for one that a single name holds, falling to 0.1. */
export function weigh(names: readonly string[]): (pair: string) => number {
  const holders = new Map<string, number>();
  for (const name of names) for (const pair of new Set(pairsOf(name))) holders.set(pair, (holders.get(pair) ?? 0) + 1);
  const most = Math.log(names.length + 1);
  return (pair) => Math.max(0.1, 1 - Math.log(holders.get(pair) ?? 1) / most);
}

/** Pairs that stand side by side, put together again: 督导 导经 经费 => 督导经费. */
export function stretches(text: string, held: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  let open = '';
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (held.has(pair) && !EMPTY.test(pair)) open = open === '' ? pair : open + pair.slice(1);
    else if (open !== '') {
      found.push(open);
      open = '';
    }
  }
  if (open !== '') found.push(open);
  return [...new Set(found)];
}
