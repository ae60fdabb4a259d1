/** A Word file by its parts, found by their relations and not by their names. */
import { type OfficePackage, readPackage } from '../ooxml/index.ts';
import type { WordFile } from './contract.ts';

const STORIES = ['header', 'footer', 'footnotes', 'endnotes'] as const;

export const mainPartOf = (of: OfficePackage): string =>
  of.relations('').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'word/document.xml';

/** A report just made is opened by its check, its reading copy and its issued copy: its parts pass the gate once. */
const opened = new WeakMap<Uint8Array, { readonly file: string; readonly word: WordFile }>();

/** Throws the problems of the gate (`ooxml.*`). */
export function openWord(bytes: Uint8Array, file: string): WordFile {
  const known = opened.get(bytes);
  if (known?.file === file) return known.word;
  const word = open(bytes, file);
  opened.set(bytes, { file, word });
  return word;
}

function open(bytes: Uint8Array, file: string): WordFile {
  const pkg = readPackage(bytes, 'docx', file);
  const main = mainPartOf(pkg);
  const parts = [{ name: 'body', part: main }];
  for (const story of STORIES) {
    const targets = pkg.relations(main).filter(({ type, external }) => !external && type.endsWith(`/${story}`));
    for (const [index, { target }] of targets.entries())
      if (pkg.has(target)) parts.push({ name: `${story}${index + 1}`, part: target });
  }
  return { package: pkg, parts };
}
