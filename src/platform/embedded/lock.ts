/**
 * One system to a data folder. The lock is a file `lock.<n>` naming its holder; a free or dead one is followed by
 * `lock.<n+1>`, and since a hard link is made by one process only, two that start at once cannot both take it.
 */
import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedProblem } from './problems.ts';
import { markOf } from './process-mark.ts';

interface Holder {
  readonly pid: number;
  readonly mark: string;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
}

/** Gives the release. Throws `held`, naming who holds the folder. */
export function takeLock(folder: string): () => void {
  const claim = path.join(folder, `.lock-${process.pid}-${randomBytes(4).toString('hex')}`);
  const holder = { pid: process.pid, mark: markOf(process.pid), host: os.hostname(), since: new Date().toISOString() };
  writeFileSync(claim, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
  try {
    for (;;) {
      const last = lastLock(folder);
      refuseHeld(folder, last);
      const next = last + 1;
      if (!madeLink(claim, lockFile(folder, next))) continue;
      if (lastLock(folder) === next) return keep(folder, next);
      rmSync(lockFile(folder, next), { force: true });
    }
  } finally {
    rmSync(claim, { force: true });
  }
}

const lockFile = (folder: string, number: number): string => path.join(folder, `lock.${number}`);

const lockNumbers = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => (/^lock\.\d+$/.test(name) ? [Number(name.slice('lock.'.length))] : []));

const lastLock = (folder: string): number => Math.max(0, ...lockNumbers(folder));

function refuseHeld(folder: string, number: number): void {
  const holder = readHolder(lockFile(folder, number));
  if (holder === undefined || markOf(holder.pid) !== holder.mark) return;
  const { pid, host, since } = holder;
  throw EmbeddedProblem.held({ folder, pid, host, since });
}

/** Undefined: released (an empty file) or gone. */
function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function madeLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The last file stays, emptied: numbers only grow, so a slow starter cannot take a number that was used before. */
function keep(folder: string, number: number): () => void {
  for (const older of lockNumbers(folder)) if (older < number) rmSync(lockFile(folder, older), { force: true });
  return () => truncateSync(lockFile(folder, number));
}
