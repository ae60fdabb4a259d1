/** The controls of a file unwrapped: their tags and properties go, what they hold stays where it stood. */
import { openWord } from '../open.ts';
import { bookmarksOf } from '../places/bookmarks.ts';
import { repack } from '../repack.ts';
import { applyChanges, type Change } from '../xml/edit.ts';
import { childOf, scanXml, type XmlElement } from '../xml/scan.ts';

/** The file with the same words and neither controls nor bookmarks of ours; changes, comments and people's marks stay. */
export function withoutControls(bytes: Uint8Array, file: string): Uint8Array {
  const { package: pkg, parts } = openWord(bytes, file);
  const changed = new Map<string, string>();
  for (const { part } of parts) {
    const source = pkg.text(part);
    const changes: Change[] = [];
    const root = scanXml(source);
    unwrap(root, changes, marksOfOurs(source, root));
    changed.set(part, applyChanges(source, changes));
  }
  return repack(pkg, { changed });
}

/** Bookmarks of places and sections name who works with the file; those people set stay. */
export function marksOfOurs(source: string, root: XmlElement): (element: XmlElement) => boolean {
  const ours = new Set(bookmarksOf(source, root).flatMap(({ start, end }) => [start.start, end.start]));
  return ({ start }) => ours.has(start);
}

/** `goes`: what is taken out with all it holds. */
export function unwrap(element: XmlElement, changes: Change[], goes: (child: XmlElement) => boolean): void {
  for (const child of element.children) {
    const content = child.name === 'w:sdt' ? childOf(child, 'w:sdtContent') : child;
    if (goes(child) || content === undefined) {
      changes.push({ start: child.start, end: child.end, text: '' });
      continue;
    }
    if (content !== child)
      changes.push(
        { start: child.start, end: content.openEnd, text: '' },
        { start: content.closeStart, end: child.end, text: '' },
      );
    unwrap(content, changes, goes);
  }
}
