/**
 * One paragraph's logical text with a map back to where each character stands.
 *
 *   <w:r><w:t>X</w:t></w:r><w:proofErr/><w:r><w:t>X</w:t></w:r><w:r><w:t>亿元</w:t></w:r>   =>  "XX亿元"
 *
 * Word splits one word over runs at will (proofing marks, bookmarks, edits); what a person reads is joined again.
 * Deleted text and field codes are not text; a tab and a line break are one character each.
 */
import { attributeOf, decodeXml, type XmlElement } from '../xml/scan.ts';

/** A stretch of logical text that stands in one `w:t`. */
export interface TextPiece {
  readonly start: number;
  readonly text: string;
  /** The `w:t`, `w:tab` or `w:br`. */
  readonly element: XmlElement;
  readonly run: XmlElement;
  /** What holds the run: the paragraph, or a link, a control, an insertion in it. */
  readonly parent: XmlElement;
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
  'mc:AlternateContent',
  'mc:Choice',
]);
const CHARACTERS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};
/** What a run of nothing but text holds. */
export const RUN_FURNITURE: ReadonlySet<string> = new Set(['w:rPr', 'w:t', 'w:lastRenderedPageBreak']);

export function readLogicalText(source: string, paragraph: XmlElement): LogicalText {
  const pieces: TextPiece[] = [];
  const controls: { control: XmlElement; start: number; end: number }[] = [];
  let length = 0;
  // Fields nest: `{ = { PAGE } + { NUMPAGES } }`. What stands in the codes of any open field is not read.
  const fields: ('codes' | 'result')[] = [];

  const readField = (type: string | undefined): void => {
    if (type === 'begin') fields.push('codes');
    else if (type === 'end') fields.pop();
    else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
  };
  // A page or a column ends there; nobody reads a character.
  const isPageBreak = (element: XmlElement): boolean =>
    element.name === 'w:br' && /^(?:page|column)$/.test(attributeOf(source, element, 'type') ?? '');
  const readRun = (run: XmlElement, parent: XmlElement): void => {
    const plain = run.children.every(({ name }) => RUN_FURNITURE.has(name));
    for (const child of run.children) {
      if (child.name === 'w:fldChar') readField(attributeOf(source, child, 'fldCharType'));
      if (fields.includes('codes')) continue;
      const text =
        child.name === 'w:t' ? textOf(source, child) : isPageBreak(child) ? undefined : CHARACTERS[child.name];
      if (text === undefined) continue;
      pieces.push({ start: length, text, element: child, run, parent, plain });
      length += text.length;
    }
  };
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (child.name === 'w:r') readRun(child, element);
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

const CONTENT = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|[^<]+/g;

/** Characters of a `w:t`: comments are none, CDATA holds no entities. */
function textOf(source: string, { openEnd, closeStart }: XmlElement): string {
  const content = source.slice(openEnd, closeStart);
  if (!content.includes('<')) return decodeXml(content);
  return content.replace(CONTENT, (whole, data?: string) => data ?? (whole.startsWith('<') ? '' : decodeXml(whole)));
}
