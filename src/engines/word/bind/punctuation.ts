/**
 * Half-width punctuation between Chinese characters becomes full-width (GB/T 15834; reference 10.2). One character
 * for one, so every position stays. Numbers, ratios, times, Latin and document numbers are left as they are.
 */
const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const HAN = /[\p{Script=Han}“”‘’《》、。，；：（）％%X〇]/u;
const DOCUMENT_NUMBER = /[(（]\s*(?:(?:19|20)[\dX×x]{2}|[X×x]{4})\s*[)）]\s*第?[\dX×x]{1,5}\s*号/g;

export function fullWidthPunctuation(text: string): string {
  const kept = [...text.matchAll(DOCUMENT_NUMBER)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const characters = [...text].length === text.length ? [...text] : text.split('');
  const brackets = pairs(text);
  return characters
    .map((character, at) => {
      const full = FULL[character];
      if (full === undefined || kept.some(({ start, end }) => at >= start && at < end)) return character;
      const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? ''];
      if (character === '(' || character === ')') {
        const open = character === '(' ? at : brackets.get(at);
        const close = character === ')' ? at : brackets.get(at);
        const around = [
          text[(open ?? at) - 1] ?? '',
          text[(open ?? at) + 1] ?? '',
          text[(close ?? at) - 1] ?? '',
          text[(close ?? at) + 1] ?? '',
        ];
        return around.some((each) => HAN.test(each)) ? full : character;
      }
      if (/\d/.test(before) && /\d/.test(after)) return character;
      return HAN.test(before) || HAN.test(after) ? full : character;
    })
    .join('');
}

/** Index of each bracket's partner. */
function pairs(text: string): ReadonlyMap<number, number> {
  const open: number[] = [];
  const found = new Map<number, number>();
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(' || text[at] === '（') open.push(at);
    if (text[at] !== ')' && text[at] !== '）') continue;
    const start = open.pop();
    if (start === undefined) continue;
    found.set(start, at);
    found.set(at, start);
  }
  return found;
}
