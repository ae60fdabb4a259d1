/** Paragraph styles by id: the name people see and the outline level, own or inherited. */
import type { OfficePackage } from '../../ooxml/index.ts';
import { mainPartOf } from '../open.ts';
import { attributeOf, childOf, scanXml } from '../xml/scan.ts';

export type StyleNames = ReadonlyMap<string, { readonly name: string; readonly outline?: number }>;

export function readStyles(pkg: OfficePackage): StyleNames {
  const part = pkg
    .relations(mainPartOf(pkg))
    .find(({ type, external }) => !external && type.endsWith('/styles'))?.target;
  if (part === undefined || !pkg.has(part)) return new Map();
  const source = pkg.text(part);
  const styles = scanXml(source).children.filter(({ name }) => name === 'w:style');
  return new Map(
    styles.flatMap((style) => {
      const id = attributeOf(source, style, 'styleId');
      if (id === undefined) return [];
      const named = childOf(style, 'w:name');
      const level = childOf(childOf(style, 'w:pPr'), 'w:outlineLvl');
      const outline = level === undefined ? undefined : Number(attributeOf(source, level, 'val'));
      const name = (named === undefined ? undefined : attributeOf(source, named, 'val')) ?? id;
      return [[id, { name, ...(outline === undefined ? {} : { outline }) }] as const];
    }),
  );
}
