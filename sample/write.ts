/**
 * The edge: reads the scheme that travels with the sample and puts the files in a folder, whole or not at all. They
 * are written into a folder beside the target first and moved in when the last one is on disk.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadScheme } from '../src/scheme/on-files.ts';
import { buildSample, type SampleFile } from './build.ts';
import { SampleProblem } from './problems.ts';

export const SCHEME_FOLDER = fileURLToPath(new URL('../schemes/duty-2025', import.meta.url));

/** All files below a folder, sorted by path. */
function filesBelow(dir: string, below = ''): SampleFile[] {
  return readdirSync(path.join(dir, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry): SampleFile[] => {
      const relative = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(dir, relative);
      return entry.name.endsWith('.test.ts')
        ? []
        : [{ path: relative, content: readFileSync(path.join(dir, relative)) }];
    });
}

const holdsAll = (target: string, files: readonly SampleFile[]): boolean =>
  files.every(({ path: relative, content }) => {
    const file = path.join(target, ...relative.split('/'));
    return existsSync(file) && statSync(file).isFile() && readFileSync(file).equals(content);
  });

export interface SampleOptions {
  /** The same figures with the mistakes of `planted.md` in them. */
  readonly planted?: boolean;
}

/** Step by step from the first folder that is there: asked to make all at once below /proc, Node never comes back. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}

/** The sample's files with the scheme of this project, in memory. */
export const sampleFiles = ({ planted = false }: SampleOptions = {}): SampleFile[] =>
  buildSample({ scheme: loadScheme(SCHEME_FOLDER), schemeFiles: filesBelow(SCHEME_FOLDER), planted });

/**
 * Writes the sample into `dir`, which must be absent, empty, or hold this very sample already (then nothing is done).
 * Throws `sample.notEmpty`, `sample.notWritable`.
 */
export function writeSample(dir: string, options: SampleOptions = {}): void {
  const target = path.resolve(dir);
  const files = sampleFiles(options);
  if (existsSync(target) && (!statSync(target).isDirectory() || readdirSync(target).length > 0)) {
    if (holdsAll(target, files)) return;
    throw SampleProblem.notEmpty({ dir });
  }
  let staged: string | undefined;
  try {
    makeFolder(path.dirname(target));
    staged = mkdtempSync(path.join(path.dirname(target), '.luzhi-sample-'));
    // A temporary folder is its owner's alone; a sample is handed around as any other folder is.
    chmodSync(staged, 0o777 & ~process.umask());
    for (const { path: relative, content } of files) {
      const file = path.join(staged, ...relative.split('/'));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    if (existsSync(target)) rmSync(target, { recursive: true });
    renameSync(staged, target);
  } catch (error) {
    if (staged !== undefined) rmSync(staged, { recursive: true, force: true });
    throw SampleProblem.notWritable({ dir, fault: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}
