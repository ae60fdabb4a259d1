/**
 * The issued copy: what leaves the office. Controls are unwrapped, custom XML, comments, authors and the ids by which
 * versions of a file could be told are taken out, and so is what the file carries without showing it. Tracked changes are a person's decision, so they are refused.
 */
import type { OfficePackage } from '../../ooxml/index.ts';
import { openWord } from '../open.ts';
import { WordProblem } from '../problems.ts';
import { repack } from '../repack.ts';
import { findUnused } from '../unused.ts';
import { applyChanges, type Change } from '../xml/edit.ts';
import { findBelow, scanXml } from '../xml/scan.ts';
import { marksOfOurs, unwrap } from './controls.ts';

const TRACKED = new Set([
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:numberingChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
]);
/** Marks of comments, of proofing, of versions, and the path of a template on somebody's disk. */
const PRIVATE_MARKS = new Set([
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:proofErr',
  'w:rsids',
  'w:attachedTemplate',
  'w14:docId',
  'w15:docId',
]);
const PRIVATE_PARTS =
  /^(?:customXml\/|docMetadata\/|docProps\/custom\.xml|word\/(?:comments\w*|people)\.xml|docProps\/thumbnail)/;
const PRIVATE_RELATIONS =
  /\/(?:customXml|customXmlProps|comments\w*|people|custom-properties|thumbnail|attachedTemplate|classificationlabels)"/;
const IDENTITY = / (?:w|w14):(?:rsid\w*|paraId|textId)="[^"]*"/g;

/** Throws `word.trackedChanges`. */
export function issueCopy(bytes: Uint8Array, file: string): Uint8Array {
  const pkg = openWord(bytes, file).package;
  const removed = new Set(
    pkg.names.filter((name) => PRIVATE_PARTS.test(name) || PRIVATE_PARTS.test(relationsOwner(name))),
  );
  const changed = new Map<string, string>();
  for (const name of pkg.names) {
    if (removed.has(name)) continue;
    if (name.endsWith('.rels')) changed.set(name, withoutPrivateRelations(pkg.text(name)));
    else if (/^word\/.*\.xml$/.test(name)) changed.set(name, cleanPart(pkg, name, file));
  }
  for (const [name, clean] of [
    ['docProps/core.xml', cleanCore],
    ['docProps/app.xml', cleanApp],
  ] as const) {
    if (pkg.has(name)) changed.set(name, clean(pkg.text(name)));
  }
  const unused = findUnused(pkg, changed, removed);
  return repack(pkg, {
    changed: new Map([...changed, ...unused.changed]),
    removed: new Set([...removed, ...unused.removed]),
  });
}

/** `customXml/_rels/item1.xml.rels` => `customXml/item1.xml`: relations go with what they belong to. */
const relationsOwner = (name: string): string => name.replace(/_rels\/(.*)\.rels$/, '$1');

const withoutPrivateRelations = (source: string): string =>
  source.replace(/<(?:\w+:)?Relationship\b[^>]*\/>/g, (relation) => (PRIVATE_RELATIONS.test(relation) ? '' : relation));

function cleanPart(pkg: OfficePackage, name: string, file: string): string {
  const source = pkg.text(name);
  const root = scanXml(source);
  const tracked = findBelow(root, (element) => TRACKED.has(element));
  if (tracked.length > 0) throw WordProblem.trackedChanges({ file, count: tracked.length });
  const changes: Change[] = [];
  const isOurs = marksOfOurs(source, root);
  unwrap(root, changes, (element) => PRIVATE_MARKS.has(element.name) || isOurs(element));
  return applyChanges(source, changes).replace(IDENTITY, '');
}

const PERSONAL = [
  'creator',
  'lastModifiedBy',
  'revision',
  'lastPrinted',
  'keywords',
  'description',
  'category',
  'contentStatus',
];
const cleanCore = (source: string): string =>
  PERSONAL.reduce(
    (text, name) => text.replace(new RegExp(`<(\\w+:)?${name}\\b[^>]*(?:/>|>[^<]*</(?:\\w+:)?${name}>)`, 'g'), ''),
    source,
  );
const cleanApp = (source: string): string =>
  ['Company', 'Manager', 'TotalTime', 'HyperlinkBase', 'Template'].reduce(
    (text, name) => text.replace(new RegExp(`<${name}>[^<]*</${name}>`, 'g'), ''),
    source,
  );
