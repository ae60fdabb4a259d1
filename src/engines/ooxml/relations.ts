/** Relationship parts: `word/document.xml` has its relations in `word/_rels/document.xml.rels`. */
import type { Relation } from './contract.ts';
import { walkXml } from './xml-gate.ts';

/** `word/_rels/document.xml.rels` => `word/document.xml`. */
export const sourceOf = (relationsPart: string): string => relationsPart.replace(/_rels\/([^/]*)\.rels$/, '$1');

export function readRelations(bytes: Uint8Array, where: { readonly file: string; readonly part: string }): Relation[] {
  const relations: Relation[] = [];
  const source = sourceOf(where.part);
  walkXml(bytes, where, {
    open({ local, attributes }) {
      if (local !== 'Relationship') return;
      const value = (name: string): string => attributes[name]?.value ?? '';
      const external = value('TargetMode') === 'External';
      const target = external ? value('Target') : resolve(source, value('Target'));
      relations.push({ id: value('Id'), type: value('Type'), target, external });
    },
  });
  return relations;
}

/** Steps above the package's root are cut off, as in any URL. */
function resolve(source: string, target: string): string {
  const steps = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of unescapeUri(target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function unescapeUri(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
