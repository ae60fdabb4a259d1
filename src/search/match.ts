/** How well words are met: whole, at the beginning, inside, or by all pairs of signs that follow each other (双减 in 减双). */

/** 0: not at all. The shorter of two that hold the words alike comes first. */
export function scoreOf(wanted: string, ...texts: readonly string[]): number {
  const q = fold(wanted);
  if (q === '') return 0;
  return Math.max(0, ...texts.map((text) => scoreOne(q, fold(text))));
}

export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

function scoreOne(q: string, text: string): number {
  if (text === '') return 0;
  const brevity = 1 / (1 + text.length);
  if (text === q) return 4 + brevity;
  if (text.startsWith(q)) return 3 + brevity;
  if (text.includes(q)) return 2 + brevity;
  const pairs = bigramsOf(q);
  return pairs.length > 1 && pairs.every((pair) => text.includes(pair)) ? 1 + brevity : 0;
}

const bigramsOf = (text: string): readonly string[] => {
  const signs = [...text].filter((sign) => sign.trim() !== '');
  return signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
};
