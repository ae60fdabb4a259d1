/**
 * One paragraph's logical text with a map back to where each character stands.
 *
 *   <w:r><w:t>X</w:t></w:r><w:proofErr/><w:r><w:t>X</w:t></w:r><w:r><w:t>亿元</w:t></w:r>   =>  "XX亿元"
 *
 * Word splits one word over runs at will (proofing marks, bookmarks, edits); what a person reads is joined again.
 * Deleted text and field codes are not text; a tab and a line break are one character each.
 */
import { decodeXml, type XmlElement } from '../xml/scan.ts';

/** A stretch of logical text that stands in one `w:t`. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  /** The `w:t`, `w:tab` or `w:br`. */
  readonly element: XmlElement;
  readonly run: XmlElement;
  /** Runs with other content than text (a picture) are not taken apart. */
  readonly plain: boolean;
}

export interface LogicalText {
  readonly text: string;
  readonly pieces: readonly TextPiece[];
  readonly controls: readonly { readonly control: XmlElement; readonly start: number; readonly end: number }[];
}

/** Containers whose runs read on as if they were not there. */
const TRANSPARENT = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:fldSimple',
  'w:bdo',
  'w:dir',
]);
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};
const RUN_FURNITURE = new Set(['w:rPr', 'w:t', 'w:lastRenderedPageBreak']);

export function readLogicalText(source: string, paragraph: XmlElement): LogicalText {
  const pieces: TextPiece[] = [];
  const controls: { control: XmlElement; start: number; end: number }[] = [];
  let length = 0;
  // Between `begin` and `separate` of a field stand its codes, which nobody reads.
  let codes = 0;

  const push = (text: string, element: XmlElement, run: XmlElement, plain: boolean): void => {
    if (text === '' && element.name !== 'w:t') return;
    pieces.push({ start: length, text, element, run, plain });
    length += text.length;
  };
  const readRun = (run: XmlElement): void => {
    const plain = run.children.every(({ name }) => RUN_FURNITURE.has(name));
    for (const child of run.children) {
      if (child.name === 'w:fldChar') {
        const tag = source.slice(child.start, child.openEnd);
        if (tag.includes('"begin"')) codes += 1;
        else if (tag.includes('"separate"') || (tag.includes('"end"') && codes > 0)) codes = Math.max(0, codes - 1);
      } else if (codes > 0) continue;
      else if (child.name === 'w:t') push(decodeXml(source.slice(child.openEnd, child.closeStart)), child, run, plain);
      else push(CHARACTERS[child.name] ?? '', child, run, false);
    }
  };
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.name === 'w:r') readRun(child);
      else if (child.name === 'w:sdt') {
        const start = length;
        walk(child);
        controls.push({ control: child, start, end: length });
      } else if (TRANSPARENT.has(child.name)) walk(child);
    }
  };
  walk(paragraph);
  return { text: pieces.map(({ text }) => text).join(''), pieces, controls };
}
