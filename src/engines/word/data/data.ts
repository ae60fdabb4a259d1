/**
 * A custom XML part of our own that travels in the file: slot => expression, and what was printed last. It holds
 * text only; no program but ours reads it, and the issued copy leaves it out.
 */

import type { OfficePackage } from '../../ooxml/index.ts';
import { mainPartOf, openWord } from '../open.ts';
import { type AddedPart, freeRelationId, relationsPart, repack, withRelation } from '../repack.ts';
import { decodeXml, encodeXml } from '../xml/scan.ts';

const NAMESPACE = 'urn:luzhi:bindings:1';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml';
const PART = 'customXml/luzhi.xml';

export const dataPart = (data: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<bindings xmlns="${NAMESPACE}">${encodeXml(data)}</bindings>`;

/** The part that holds our data, by its relation and namespace; names change when other programs save. */
export function findDataPart(pkg: OfficePackage): string | undefined {
  const main = mainPartOf(pkg);
  return pkg
    .relations(main)
    .filter(({ type, external }) => !external && type.endsWith('/customXml'))
    .map(({ target }) => target)
    .find((target) => pkg.has(target) && pkg.text(target).includes(`"${NAMESPACE}"`));
}

export function attachData(bytes: Uint8Array, data: string, file = ''): Uint8Array {
  const pkg = openWord(bytes, file).package;
  const known = findDataPart(pkg);
  if (known !== undefined) return repack(pkg, { changed: new Map([[known, dataPart(data)]]) });
  const main = mainPartOf(pkg);
  const relations = withRelation(pkg, main, undefined, freeRelationId(pkg, main, 'luzhi'), RELATION, `../${PART}`);
  const added: AddedPart[] = [{ name: PART, content: dataPart(data), contentType: 'application/xml' }];
  const rels = relationsPart(main);
  return pkg.has(rels)
    ? repack(pkg, { added, changed: new Map([[rels, relations]]) })
    : repack(pkg, { added: [...added, { name: rels, content: relations }] });
}

/** Undefined for files that carry none. */
export function readData(bytes: Uint8Array, file: string): string | undefined {
  const pkg = openWord(bytes, file).package;
  const part = findDataPart(pkg);
  if (part === undefined) return undefined;
  const match = /<(?:\w+:)?bindings[^>]*>([\s\S]*)<\/(?:\w+:)?bindings>/.exec(pkg.text(part));
  return match === null ? undefined : decodeXml(match[1] ?? '');
}
