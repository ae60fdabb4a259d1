/**
 * Plain text as paragraphs. Copies from document-sharing sites carry chunk numbers that cut sentences (「1、」「2、」 at
 * every line) and words of the site around the text; both are taken off before anything is checked (reference 10.2).
 */
import type { WordParagraph } from '../../engines/word/index.ts';

const CHUNK = /^(\d{1,3})、/;
const SITE =
  /由会员分享|在线阅读|珍藏版|配套讲稿|特殊限制|关\s*键\s*词|文库网|VIP专免|侵权投诉|双击word图标|禁止商用|^- ?(?:配套|特殊|关)/i;

export function paragraphsOfText(text: string): readonly WordParagraph[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const joined = joinChunks(lines);
  return joined
    .filter((line) => line.trim() !== '')
    .map((line, paragraph) => ({ at: { part: 'body', paragraph }, text: line.trim(), controls: [] }));
}

/** Lines numbered 1、 2、 3、 … without a break are one text cut in pieces; the site's own words stand outside it. */
function joinChunks(lines: readonly string[]): readonly string[] {
  const numbers = lines.flatMap((line, index) => {
    const match = CHUNK.exec(line);
    return match === null ? [] : [{ index, number: Number(match[1]) }];
  });
  const chunked = numbers.length >= 3 && numbers.every(({ number }, order) => number === order + 1);
  if (!chunked) return lines;
  const first = numbers[0]?.index ?? 0;
  const last = numbers.at(-1)?.index ?? 0;
  const end = lines.findIndex((line, index) => index > last && SITE.test(line));
  const text = lines
    .slice(first, end === -1 ? undefined : end)
    .map((line) => line.replace(CHUNK, ''))
    .join('');
  return [...lines.slice(0, first).filter((line) => !SITE.test(line)), text];
}
