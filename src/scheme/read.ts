/** The edge: a folder of YAML files read as text. Names are sorted, so that order never depends on the disk. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { unreadable } from './problems.ts';
import { FILE_BYTES_LIMIT, type SchemeText } from './tree.ts';

/** A scheme is a dozen files; a folder with more is not a scheme. */
const FILES_LIMIT = 50;

/** Throws `scheme.unreadable` for a folder that is not there, may not be read, or holds no `.yaml` file. */
export function readSchemeFolder(folder: string): SchemeText[] {
  try {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
    if (files.length === 0 || files.length > FILES_LIMIT) throw unreadable(folder);
    return files.map((file) => readOne(folder, file));
  } catch (error) {
    if (error instanceof Error && 'errno' in error) throw unreadable(folder);
    throw error;
  }
}

function readOne(folder: string, file: string): SchemeText {
  const full = path.join(folder, file);
  // A file over the limit is not read; one byte more than allowed makes the parser say so with the file's name.
  if (statSync(full).size > FILE_BYTES_LIMIT) return { file, text: ' '.repeat(FILE_BYTES_LIMIT + 1) };
  return { file, text: readFileSync(full, 'utf8').replace(/^\uFEFF/, '') };
}
