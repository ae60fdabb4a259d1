/**
 * Which part of an official paper (GB/T 9704) a paragraph is: head, number, signature, imprint and their like are told
 * by their look alone, for Word has no names for them.
 */
import { attributeOf, childOf, type XmlElement } from '../xml/scan.ts';

export type PaperPart = 'agencyMark' | 'numberLine' | 'attachmentTitle' | 'caption' | 'note' | 'signature' | 'imprint';

/** Half points: 二号 is 44, 四号 28, 五号 21. */
const [MARK_FROM, TITLE_FROM, CAPTION_MOST, NOTE_MOST] = [60, 44, 28, 21];
/** Hundredths of a character: a signature stands in the right half of the line. */
const RIGHT_HALF = 1000;
const RED = 'FF0000';

export function paperPartOf(source: string, paragraph: XmlElement): PaperPart | undefined {
  const of = (element: XmlElement | undefined, name: string): string | undefined =>
    element === undefined ? undefined : attributeOf(source, element, name);
  const properties = childOf(paragraph, 'w:pPr');
  const border = childOf(properties, 'w:pBdr');
  if (border !== undefined && childOf(properties, 'w:framePr') !== undefined) return 'imprint';
  if (of(childOf(border, 'w:bottom'), 'color') === RED) return 'numberLine';
  if (Number(of(childOf(properties, 'w:ind'), 'leftChars') ?? 0) >= RIGHT_HALF) return 'signature';
  const format = firstFormat(paragraph);
  const size = Number(of(childOf(format, 'w:sz'), 'val') ?? 0);
  const centred = of(childOf(properties, 'w:jc'), 'val') === 'center';
  if (centred && size >= MARK_FROM && of(childOf(format, 'w:color'), 'val') === RED) return 'agencyMark';
  if (centred && size >= TITLE_FROM) return 'attachmentTitle';
  if (centred && size > NOTE_MOST && size <= CAPTION_MOST) return 'caption';
  return size > 0 && size <= NOTE_MOST ? 'note' : undefined;
}

/** Of the first run, in a control or not. */
function firstFormat(element: XmlElement): XmlElement | undefined {
  for (const child of element.children) {
    const format = child.name === 'w:r' ? childOf(child, 'w:rPr') : firstFormat(child);
    if (format !== undefined) return format;
  }
  return undefined;
}
