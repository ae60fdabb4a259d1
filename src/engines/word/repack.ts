/** Writes a package again with some parts changed, added or left out; all others are copied as they were packed. */
import { type OfficePackage, type PartToWrite, writePackage } from '../ooxml/index.ts';
import { encodeXml } from './xml/scan.ts';

export interface AddedPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Left out for relation files and parts whose ending has a default type. */
  readonly contentType?: string;
}

export interface Repack {
  readonly changed?: ReadonlyMap<string, string>;
  readonly added?: readonly AddedPart[];
  readonly removed?: ReadonlySet<string>;
}

const CONTENT_TYPES = '[Content_Types].xml';

export function repack(
  pkg: OfficePackage,
  { changed = new Map(), added = [], removed = new Set() }: Repack,
): Uint8Array {
  const names = new Set(added.map(({ name }) => name));
  const types = contentTypes(changed.get(CONTENT_TYPES) ?? pkg.text(CONTENT_TYPES), added, removed);
  const kept = pkg.names
    .filter((name) => !removed.has(name) && !names.has(name))
    .map((name): PartToWrite => {
      if (name === CONTENT_TYPES) return { name, bytes: types };
      const text = changed.get(name);
      return text === undefined ? { name, part: pkg.packed(name) } : { name, bytes: text };
    });
  return writePackage([...kept, ...added.map(({ name, content }) => ({ name, bytes: content }))], 'docx');
}

function contentTypes(source: string, added: readonly AddedPart[], removed: ReadonlySet<string>): string {
  const gone = [...removed, ...added.map(({ name }) => name)];
  let types = source;
  for (const name of gone) {
    const at = types.indexOf(`PartName="/${name}"`);
    if (at !== -1) types = types.slice(0, types.lastIndexOf('<', at)) + types.slice(types.indexOf('>', at) + 1);
  }
  const overrides = added.flatMap(({ name, contentType }) =>
    contentType === undefined ? [] : [`<Override PartName="/${encodeXml(name)}" ContentType="${contentType}"/>`],
  );
  return types.replace('</Types>', `${overrides.join('')}</Types>`);
}

/** `word/document.xml` => `word/_rels/document.xml.rels`; the package's own for ''. */
export function relationsPart(of: string): string {
  const slash = of.lastIndexOf('/');
  return `${of.slice(0, slash + 1)}_rels/${of.slice(slash + 1)}.rels`;
}

const NO_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

/** The relations of a part with one more; `target` is relative to the part's folder. */
export function withRelation(
  pkg: OfficePackage,
  of: string,
  source: string | undefined,
  id: string,
  type: string,
  target: string,
): string {
  const text = source ?? (pkg.has(relationsPart(of)) ? pkg.text(relationsPart(of)) : NO_RELATIONS);
  const open = /<(?:\w+:)?Relationships[^>]*\/>$/.test(text.trim())
    ? text.replace(/\/>\s*$/, '></Relationships>')
    : text;
  return open.replace(
    /<\/((?:\w+:)?)Relationships>/,
    (_, prefix: string) =>
      `<${prefix}Relationship Id="${id}" Type="${type}" Target="${encodeXml(target)}"/></${prefix}Relationships>`,
  );
}

/** An id no relation of the part has. */
export function freeRelationId(pkg: OfficePackage, of: string, word: string): string {
  const taken = new Set(pkg.relations(of).map(({ id }) => id));
  let n = 1;
  while (taken.has(`${word}${n}`)) n += 1;
  return `${word}${n}`;
}
