/** A bundle made of its contents: a zip whose first entry is the sealed manifest of all others. */
import { writeArchive } from '../../engines/ooxml/index.ts';
import { hashOf, MANIFEST, type Manifest, sealed } from './manifest.ts';

/** Names of the contents; a scheme's files lie in `scheme/`. */
export const CONTENTS = {
  data: 'data.json',
  results: 'results.json',
  template: 'template.docx',
  report: 'report.docx',
  issued: 'report.issued.docx',
  reading: 'report.html',
  trace: 'trace.json',
  audit: 'audit.jsonl',
} as const;
export const SCHEME_FOLDER = 'scheme/';

export function packBundle(
  of: Omit<Manifest, 'bundle' | 'contents' | 'seal'>,
  contents: ReadonlyMap<string, Uint8Array>,
): { readonly bytes: Uint8Array; readonly manifest: Manifest } {
  const listed = [...contents].map(([name, content]) => ({ name, sha256: hashOf(content), size: content.length }));
  const manifest = sealed({ bundle: 1, ...of, contents: listed });
  const bytes = writeArchive([
    { name: MANIFEST, bytes: JSON.stringify(manifest, undefined, 1) },
    ...[...contents].map(([name, content]) => ({ name, bytes: content })),
  ]);
  return { bytes, manifest };
}
