/** The edge: a folder of workbooks, one workbook or one table. Evidence is hashed and searched, never taken for figures. */
import { createHash } from 'node:crypto';
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Finding, Problem } from '../../kernel/index.ts';
import type { Scheme } from '../../scheme/on-files.ts';
import type { Submission } from '../contract.ts';
import { EVIDENCE_FOLDER } from '../heads.ts';
import { CollectProblem } from '../problems.ts';
import { collectFigures, type EvidenceFiles, NO_EVIDENCE } from './collect.ts';
import type { GivenFile } from './open.ts';

/** All workbooks and tables of one folder together. */
const FIGURES_MEGABYTES = 500;
/** Text evidence larger than this is no list a person typed. */
const TEXT_BYTES = 1024 * 1024;
/** Spreadsheets of any make: those we cannot read are said, not passed over. */
const SPREADSHEET = /\.(xlsx|xlsm|xlsb|xls|et|ett|ods|csv)$/i;
const TEXT = /\.(txt|csv|md)$/i;

/**
 * Reads what stands at `target`. Throws `collect.pathMissing`, `collect.pathUnreadable`, `collect.nothingUsable`,
 * `collect.tooLarge`; for a single file also the problem that keeps it from being read.
 */
export function readFigures(target: string, scheme: Scheme, { year }: { readonly year: number }): Submission {
  return readingDisk(target, () => {
    if (!statSync(target).isDirectory()) {
      const files = [{ name: path.basename(target), bytes: readFileSync(target) }];
      const disk = lenient();
      const evidence = evidenceBeside(path.dirname(target), disk);
      return collectFigures({ path: target, files, evidence, unread: disk.findings }, scheme, year);
    }
    const disk = lenient();
    const found = filesBelow(target, disk);
    const isEvidence = (name: string): boolean => name.split('/').slice(0, -1).includes(EVIDENCE_FOLDER);
    const names = found.filter((name) => SPREADSHEET.test(name) && !isEvidence(name));
    const megabytes = Math.ceil(
      names.reduce((sum, name) => sum + (disk.read(name, () => statSync(path.join(target, name)).size) ?? 0), 0) /
        1024 /
        1024,
    );
    if (megabytes > FIGURES_MEGABYTES)
      throw CollectProblem.tooLarge({ path: target, megabytes, limit: FIGURES_MEGABYTES });
    if (names.length === 0) throw CollectProblem.nothingUsable({ path: target });
    const files = names.flatMap((name): GivenFile[] => {
      const bytes = disk.read(name, () => readFileSync(path.join(target, name)));
      return bytes === undefined ? [] : [{ name, bytes }];
    });
    const evidence = evidenceIn(target, found.filter(isEvidence), disk);
    return collectFigures({ path: target, files, evidence, unread: disk.findings }, scheme, year);
  });
}

function faultOf(error: unknown): string {
  if (error instanceof Problem || !(error instanceof Error) || !('errno' in error)) throw error;
  return String((error as NodeJS.ErrnoException).code);
}

/** Of a folder, what can be read is read; each of the rest is told once, by its name. */
interface LenientDisk {
  read<T>(name: string, read: () => T): T | undefined;
  readonly findings: readonly Finding[];
}

function lenient(): LenientDisk {
  const findings = new Map<string, Finding>();
  return {
    get findings() {
      return [...findings.values()];
    },
    read(name, read) {
      try {
        return read();
      } catch (error) {
        const data = { file: name, fault: faultOf(error) };
        findings.set(name, { code: 'collect.fileUnreadable', severity: 'error', at: { file: name }, data });
        return undefined;
      }
    },
  };
}

function readingDisk<T>(target: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const fault = faultOf(error);
    throw fault === 'ENOENT'
      ? CollectProblem.pathMissing({ path: target })
      : CollectProblem.pathUnreadable({ path: target, fault });
  }
}

/** Sorted by name, so that the order never depends on the disk. Lock files of open workbooks and hidden files are none. */
function filesBelow(folder: string, disk: LenientDisk, below = ''): string[] {
  const list = (): Dirent[] => readdirSync(path.join(folder, below), { withFileTypes: true });
  const entries = below === '' ? list() : (disk.read(below, list) ?? []);
  return entries
    .filter(({ name }) => !name.startsWith('~$') && !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const relative = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(folder, disk, relative);
      return entry.isFile() ? [relative] : [];
    });
}

/** Of a workbook handed in alone: the folder of evidence that lies beside it. */
function evidenceBeside(folder: string, disk: LenientDisk): EvidenceFiles {
  const there = existsSync(path.join(folder, EVIDENCE_FOLDER));
  return there ? evidenceIn(folder, filesBelow(folder, disk, EVIDENCE_FOLDER), disk) : NO_EVIDENCE;
}

function evidenceIn(folder: string, names: readonly string[], disk: LenientDisk): EvidenceFiles {
  const present = new Set(names);
  const texts = new Map<string, string>();
  for (const name of names) {
    const file = path.join(folder, name);
    if (!TEXT.test(name)) continue;
    const words = disk.read(name, () => (statSync(file).size <= TEXT_BYTES ? readFileSync(file, 'utf8') : undefined));
    if (words !== undefined) texts.set(name, words);
  }
  return {
    texts,
    // Nobody knows what lies in a folder that cannot be read; that it cannot is told.
    has: (name) => present.has(name) || disk.findings.some(({ at }) => name.startsWith(`${at.file}/`)),
    // Only what the walk found is opened: a path in a catalogue cannot lead outside the folder.
    hashOf: (name) =>
      present.has(name)
        ? disk.read(name, () =>
            createHash('sha256')
              .update(readFileSync(path.join(folder, name)))
              .digest('hex'),
          )
        : undefined,
  };
}
