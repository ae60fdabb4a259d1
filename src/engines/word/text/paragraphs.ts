/** All paragraphs of a file in reading order, with their places in parts and tables. */
import type { OfficePackage } from '../../ooxml/index.ts';
import type { WordFile, WordParagraph } from '../contract.ts';
import { markOf } from '../control.ts';
import { attributeOf, childOf, scanXml, type XmlElement } from '../xml/scan.ts';
import { type LogicalText, readLogicalText } from './logical.ts';
import { readStyles, type StyleNames } from './styles.ts';

/** A paragraph with its element, for those who change it. */
export interface PlacedParagraph {
  readonly paragraph: number;
  readonly element: XmlElement;
  readonly logical: LogicalText;
  readonly table?: WordParagraph['table'];
  /** Children of the body, or of block controls in it, hold the paragraph directly. */
  readonly top: boolean;
}

/** Paragraphs of one part. Text boxes are read once, behind the paragraph that holds them (Choice, not Fallback). */
export function placeParagraphs(source: string, root: XmlElement): readonly PlacedParagraph[] {
  const found: PlacedParagraph[] = [];
  let tables = 0;
  const walk = (element: XmlElement, table: WordParagraph['table'], top: boolean): void => {
    for (const child of element.children) {
      if (child.name === 'mc:Fallback') continue;
      if (child.name === 'w:p') {
        found.push({
          paragraph: found.length,
          element: child,
          logical: readLogicalText(source, child),
          top,
          ...(table === undefined ? {} : { table }),
        });
        walk(child, table, false);
      } else if (child.name === 'w:tbl') {
        const index = tables;
        tables += 1;
        for (const [row, tr] of rowsOf(child).entries())
          for (const [cell, tc] of cellsOf(tr).entries()) walk(tc, { table: index, row, cell }, false);
      } else
        walk(child, table, top && (child.name === 'w:body' || child.name === 'w:sdt' || child.name === 'w:sdtContent'));
    }
  };
  walk(root, undefined, true);
  return found;
}

const through = (element: XmlElement, wanted: string): readonly XmlElement[] =>
  element.children.flatMap((child) => {
    if (child.name === wanted) return [child];
    return child.name === 'w:sdt' || child.name === 'w:sdtContent' || child.name === 'w:ins'
      ? through(child, wanted)
      : [];
  });
/** Rows and cells, also those inside controls. */
export const rowsOf = (table: XmlElement): readonly XmlElement[] => through(table, 'w:tr');
export const cellsOf = (row: XmlElement): readonly XmlElement[] => through(row, 'w:tc');

export function readParagraphs(file: WordFile): readonly WordParagraph[] {
  const styles = readStyles(file.package);
  return file.parts.flatMap(({ name, part }) => paragraphsOfPart(file.package, name, part, styles));
}

function paragraphsOfPart(
  pkg: OfficePackage,
  name: string,
  part: string,
  styles: StyleNames,
): readonly WordParagraph[] {
  const source = pkg.text(part);
  return placeParagraphs(source, scanXml(source)).map(({ paragraph, element, logical, table }) => {
    const properties = childOf(element, 'w:pPr');
    const styleId = valOf(source, childOf(properties, 'w:pStyle'));
    const style = styleId === undefined ? undefined : styles.get(styleId);
    const own = valOf(source, childOf(properties, 'w:outlineLvl'));
    const outline = own === undefined ? style?.outline : Number(own);
    const controls = logical.controls.flatMap(({ control, start, end }) => {
      const mark = markOf(source, control);
      return mark?.role === 'text' ? [{ key: mark.key, start, end }] : [];
    });
    return {
      at: { part: name, paragraph },
      text: logical.text,
      ...(style === undefined ? {} : { style: style.name }),
      ...(outline === undefined ? {} : { outline }),
      ...(table === undefined ? {} : { table }),
      controls,
    };
  });
}

const valOf = (source: string, element: XmlElement | undefined): string | undefined =>
  element === undefined ? undefined : attributeOf(source, element, 'val');
