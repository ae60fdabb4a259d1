/** A line over the first page that nobody overlooks, for templates that have no mark of a draft of their own. */
import { openWord } from '../open.ts';
import { repack } from '../repack.ts';
import { encodeXml, findBelow, scanXml } from '../xml/scan.ts';

const FORMAT =
  '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="黑体" w:hAnsi="黑体" w:eastAsia="黑体"/><w:b/><w:color w:val="C00000"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>';

/** The document with `words` as its first paragraph; every other byte of it stays. */
export function markDraft(bytes: Uint8Array, file: string, words: string): Uint8Array {
  const word = openWord(bytes, file);
  const [body] = word.parts;
  if (body === undefined) return bytes;
  const source = word.package.text(body.part);
  const [start] = findBelow(scanXml(source), (name) => name === 'w:body');
  if (start === undefined) return bytes;
  const line = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>${FORMAT}<w:t>${encodeXml(words)}</w:t></w:r></w:p>`;
  const marked = source.slice(0, start.openEnd) + line + source.slice(start.openEnd);
  return repack(word.package, { changed: new Map([[body.part, marked]]) });
}
