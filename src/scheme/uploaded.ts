/** Files of a scheme as they are uploaded: single YAML files, or a folder of them as a zip. */
import { readArchive } from '../engines/ooxml/index.ts';
import type { Files } from '../platform/index.ts';
import { SchemeProblem } from './problems.ts';
import { FILE_BYTES_LIMIT } from './tree.ts';

export interface Upload {
  readonly name: string;
  readonly sha256: string;
}

const FILES_LIMIT = 50;

/**
 * Name -> text. Folders inside a zip are left out of the names, and so are files that are no YAML (a README, a
 * template). Throws `scheme.uploadEmpty`, `uploadDouble`, `uploadOther`, and of a zip what its gate throws.
 */
export async function readUploaded(
  files: Files,
  uploads: readonly Upload[],
): Promise<Readonly<Record<string, string>>> {
  const texts = new Map<string, string>();
  const take = (name: string, bytes: Uint8Array): void => {
    const plain = name.slice(name.lastIndexOf('/') + 1);
    if (texts.has(plain)) throw SchemeProblem.uploadDouble({ name: plain });
    texts.set(plain, textOf(bytes, plain));
  };
  for (const { name, sha256 } of uploads) {
    const bytes = await files.read(sha256);
    if (/\.ya?ml$/i.test(name)) take(name, bytes);
    else if (!/\.zip$/i.test(name)) throw SchemeProblem.uploadOther({ name });
    else for (const [entry, content] of readArchive(bytes, name)) if (/\.ya?ml$/i.test(entry)) take(entry, content);
  }
  if (texts.size === 0 || texts.size > FILES_LIMIT) throw SchemeProblem.uploadEmpty({ count: texts.size });
  return Object.fromEntries(texts);
}

/** Throws `scheme.uploadOther` for bytes that are no text in UTF-8. */
function textOf(bytes: Uint8Array, name: string): string {
  // A file over the limit is not read; the parser says so with the file's name.
  if (bytes.length > FILE_BYTES_LIMIT) return ' '.repeat(FILE_BYTES_LIMIT + 1);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw SchemeProblem.uploadOther({ name });
  }
}
