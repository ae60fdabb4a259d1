/**
 * What a file still carries though nothing in it shows it: a picture whose paragraph was taken out, the footer a new page
 * replaced. An office that dropped a seal would otherwise send it on. Relations that a part names by their id (pictures,
 * headers, links) go when it no longer does; parts nothing leads to any more go with them.
 */
import type { OfficePackage } from '../ooxml/index.ts';
import { relationsPart } from './repack.ts';

const NAMED_BY_ID =
  /\/(?:image|header|footer|hyperlink|chart|oleObject|package|video|audio|media|diagram(?:Data|Layout|QuickStyle|Colors)|aFChunk|subDocument|control|font)$/;

export interface Unused {
  /** Relation parts as they should read. */
  readonly changed: ReadonlyMap<string, string>;
  readonly removed: ReadonlySet<string>;
}

/** `changed` and `removed`: what is done to the package besides. Names differ by more than case (OPC, 6.2.2.3). */
export function findUnused(
  pkg: OfficePackage,
  changed: ReadonlyMap<string, string>,
  removed: ReadonlySet<string> = new Set(),
): Unused {
  const textOf = (name: string): string => changed.get(name) ?? pkg.text(name);
  const dead = (part: string): ReadonlySet<string> => {
    const named = pkg.relations(part).filter(({ type }) => NAMED_BY_ID.test(type));
    if (named.length === 0) return new Set();
    const text = textOf(part);
    return new Set(named.filter(({ id }) => !text.includes(`"${id}"`)).map(({ id }) => id));
  };
  const relations = new Map<string, string>();
  const reached = new Set<string>();
  const open = [''];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part !== '' && (reached.has(part.toLowerCase()) || removed.has(part) || !pkg.has(part))) continue;
    reached.add(part.toLowerCase()).add(relationsPart(part).toLowerCase());
    const gone = dead(part);
    const rels = relationsPart(part);
    if (gone.size > 0) relations.set(rels, withoutRelations(textOf(rels), gone));
    for (const { id, target, external } of pkg.relations(part)) if (!external && !gone.has(id)) open.push(target);
  }
  const gone = pkg.names.filter((name) => name !== '[Content_Types].xml' && !reached.has(name.toLowerCase()));
  return { changed: relations, removed: new Set(gone) };
}

const withoutRelations = (source: string, ids: ReadonlySet<string>): string =>
  source.replace(/<(?:\w+:)?Relationship\b[^>]*\/>/g, (relation) =>
    ids.has(/\bId="([^"]*)"/.exec(relation)?.[1] ?? '') ? '' : relation,
  );
