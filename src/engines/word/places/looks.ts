/** How a place looks: the formats of its first paragraph and of its first heading, as the template has them. */
import type { PlacedParagraph } from '../text/paragraphs.ts';
import type { StyleNames } from '../text/styles.ts';
import { attributeOf, childOf, findBelow, type XmlElement } from '../xml/scan.ts';
import type { Range } from './fill-places.ts';

interface Look {
  /** `<w:pPr>…</w:pPr>`, or nothing. */
  readonly paragraph: string;
  /** `<w:rPr>…</w:rPr>`, or nothing. */
  readonly run: string;
}
export type Looks = Readonly<Record<'paragraph' | 'heading', Look>>;

/** Deepest outline level of Word. */
const DEEPEST = 8;

export function looksOf(
  source: string,
  { start, end }: Range,
  paragraphs: readonly PlacedParagraph[],
  styles: StyleNames,
): Looks {
  const level = (paragraph: PlacedParagraph): number | undefined => outlineOf(source, paragraph.element, styles);
  const inside = paragraphs.filter(
    ({ element, table }) => table === undefined && element.start >= start && element.end <= end,
  );
  const plain = inside.find((paragraph) => level(paragraph) === undefined && paragraph.logical.text !== '');
  const headed = inside.find((paragraph) => level(paragraph) !== undefined);
  const paragraph = lookOf(source, plain ?? headed);
  if (headed !== undefined) return { paragraph, heading: lookOf(source, headed) };
  const above = paragraphs.findLast(({ element, ...rest }) => {
    return element.end <= start && level({ element, ...rest }) !== undefined;
  });
  const depth = Math.min(DEEPEST, above === undefined ? 0 : (level(above) ?? 0) + 1);
  return { paragraph, heading: { ...paragraph, paragraph: asHeading(paragraph.paragraph, depth, styles) } };
}

function outlineOf(source: string, element: XmlElement, styles: StyleNames): number | undefined {
  const properties = childOf(element, 'w:pPr');
  const value = (name: string): string | undefined => {
    const found = childOf(properties, name);
    return found === undefined ? undefined : attributeOf(source, found, 'val');
  };
  const own = value('w:outlineLvl');
  return own === undefined ? styles.get(value('w:pStyle') ?? '')?.outline : Number(own);
}

/** Breaks of pages and sections belong to where the paragraph stood, and are not repeated. */
const STANDING = /<w:(?:sectPr\b[\s\S]*?<\/w:sectPr>|sectPr\b[^>]*\/>|pageBreakBefore\b[^>]*\/>)/g;

function lookOf(source: string, paragraph: PlacedParagraph | undefined): Look {
  if (paragraph === undefined) return { paragraph: '', run: '' };
  const { element } = paragraph;
  const text = (found: XmlElement | undefined): string =>
    found === undefined ? '' : source.slice(found.start, found.end);
  const [run] = findBelow(element, (name) => name === 'w:r');
  return { paragraph: text(childOf(element, 'w:pPr')).replace(STANDING, ''), run: text(childOf(run, 'w:rPr')) };
}

/** A paragraph's format as a heading one level below: by the template's style of that level, else by the level alone. */
function asHeading(format: string, depth: number, styles: StyleNames): string {
  const [id] = [...styles].find(([, { outline }]) => outline === depth) ?? [];
  const inner = format.replace(/^<w:pPr\b[^>]*>|<\/w:pPr>$/g, '').replace(/<w:(?:pStyle|outlineLvl)\b[^>]*\/>/g, '');
  if (id !== undefined) return `<w:pPr><w:pStyle w:val="${id}"/>${inner}</w:pPr>`;
  const mark = `<w:outlineLvl w:val="${depth}"/>`;
  // The schema wants it before the format of the paragraph's mark.
  const at = inner.indexOf('<w:rPr');
  return at === -1 ? `<w:pPr>${inner}${mark}</w:pPr>` : `<w:pPr>${inner.slice(0, at)}${mark}${inner.slice(at)}</w:pPr>`;
}
