/**
 * Numbers that look like chance and are the same on every machine and every run: a 32-bit hash of a name seeds a
 * small generator (integers only, so no platform rounds differently). Each thing draws from a stream of its own
 * name, so adding a school changes no other school.
 */
export interface Random {
  /** 0 up to but not 1, in steps of 1/2^32. */
  share(): number;
  between(low: number, high: number): number;
  /** Whole number, both ends possible. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
}

/** FNV-1a over UTF-16 units. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export function randomFor(name: string): Random {
  let state = seedOf(name);
  const share = (): number => {
    // A Weyl step, then two rounds of xor-shift and multiply to spread the bits.
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  return {
    share,
    between: (low, high) => low + (high - low) * share(),
    whole: (low, high) => low + Math.floor((high - low + 1) * share()),
    chance: (probability) => share() < probability,
    pick: (from) => {
      const chosen = from[Math.floor(from.length * share())];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
  };
}

/** Divides a whole number by weights so that the parts are whole and add up (largest remainders, ties in order). */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
