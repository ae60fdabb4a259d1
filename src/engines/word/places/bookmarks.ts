/**
 * Two kinds of bookmarks of ours, both round whole paragraphs, so that who goes on typing at the end stays inside:
 * `luzhi_NAME` for a place of a template, `luzhi_s_NAME` for a text that was put there.
 *
 *   <w:bookmarkStart w:id="7" w:name="luzhi_funding"/><w:p>…</w:p><w:p>…</w:p><w:bookmarkEnd w:id="7"/>
 *
 * Word moves them on saving: the start into the first paragraph, the end to the beginning of the one behind.
 */
import { attributeOf, findBelow, type XmlElement } from '../xml/scan.ts';

export const OURS = 'luzhi_';
export const placeMark = (place: string): string => `${OURS}${place}`;
const TEXT = `${OURS}s_`;
export const textMark = (name: string): string => `${TEXT}${name}`;
export const textOfMark = (mark: string): string | undefined =>
  mark.startsWith(TEXT) ? mark.slice(TEXT.length) : undefined;

export interface Bookmark {
  readonly name: string;
  readonly start: XmlElement;
  readonly end: XmlElement;
}

/** Those that are ours and whole, in reading order. */
export function bookmarksOf(source: string, root: XmlElement): readonly Bookmark[] {
  const id = (element: XmlElement) => attributeOf(source, element, 'id');
  const ends = new Map(findBelow(root, (name) => name === 'w:bookmarkEnd').map((end) => [id(end), end]));
  return findBelow(root, (name) => name === 'w:bookmarkStart').flatMap((start) => {
    const name = attributeOf(source, start, 'name') ?? '';
    const end = ends.get(id(start));
    return name.startsWith(OURS) && end !== undefined && end.start > start.start ? [{ name, start, end }] : [];
  });
}

export const openBookmark = (name: string, id: number): string => `<w:bookmarkStart w:id="${id}" w:name="${name}"/>`;
export const closeBookmark = (id: number): string => `<w:bookmarkEnd w:id="${id}"/>`;
