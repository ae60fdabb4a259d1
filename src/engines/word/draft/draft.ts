/** A line over the first page that nobody overlooks, for templates that have no mark of a draft of their own. */
import { openWord } from '../open.ts';
import { repack } from '../repack.ts';
import { placeParagraphs } from '../text/paragraphs.ts';
import { applyChanges } from '../xml/edit.ts';
import { encodeXml, findBelow, scanXml, type XmlElement } from '../xml/scan.ts';

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

/** The document without the top paragraphs that are such a line, each with the block control that held it alone. */
export function unmarkDraft(bytes: Uint8Array, file: string, isMark: (text: string) => boolean): Uint8Array {
  const word = openWord(bytes, file);
  const [body] = word.parts;
  if (body === undefined) return bytes;
  const source = word.package.text(body.part);
  const root = scanXml(source);
  const marks = placeParagraphs(source, root).flatMap(({ element, logical, top }) =>
    top && isMark(logical.text.trim()) ? [holderOf(root, element)] : [],
  );
  if (marks.length === 0) return bytes;
  const changes = marks.map(({ start, end }) => ({ start, end, text: '' }));
  return repack(word.package, { changed: new Map([[body.part, applyChanges(source, changes)]]) });
}

/** The outermost control that holds nothing else, or the paragraph itself. */
const holderOf = (root: XmlElement, paragraph: XmlElement): XmlElement =>
  findBelow(root, (name) => name === 'w:sdt').find(
    (control) =>
      control.start < paragraph.start &&
      paragraph.end < control.end &&
      findBelow(control, (name) => name === 'w:p').length === 1,
  ) ?? paragraph;
