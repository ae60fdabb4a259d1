/** A Word file by its parts, found by their relations and not by their names. */
import { type OfficePackage, readPackage } from '../ooxml/index.ts';
import type { WordFile } from './contract.ts';

const STORIES = ['header', 'footer', 'footnotes', 'endnotes'] as const;

export const mainPartOf = (of: OfficePackage): string =>
  of.relations('').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'word/document.xml';

/** Throws the problems of the gate (`ooxml.*`). */
export function openWord(bytes: Uint8Array, file: string): WordFile {
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
