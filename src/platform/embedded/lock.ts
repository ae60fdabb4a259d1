/**
 * One system to a data folder. The lock is a file `lock.<n>` naming its holder; a free or dead one is followed by
 * `lock.<n+1>`, and since a hard link is made by one process only, two that start at once cannot both take it. A holder on another machine (a shared disk, another container) cannot be looked
 * up by its number, so holders touch their file and it is watched for a while.
 */
import { randomBytes } from 'node:crypto';
import {
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedProblem } from './problems.ts';
import { markOf } from './process-mark.ts';
import { refusing } from './refusing.ts';

const TOUCH_MS = 1_000;
/** Long enough for a holder that is busy for some seconds. */
const WATCH_MS = 5_000;

interface Holder {
  readonly pid: number;
  readonly mark: string;
  readonly host: string;
  /** ISO 8601. */
  readonly since: string;
}

/** Gives the release. Throws `held`, naming who holds the folder. */
export async function takeLock(folder: string): Promise<() => void> {
  const claim = path.join(folder, `.lock-${process.pid}-${randomBytes(4).toString('hex')}`);
  const holder = { pid: process.pid, mark: markOf(process.pid), host: os.hostname(), since: new Date().toISOString() };
  refusing(folder, () => writeFileSync(claim, JSON.stringify(holder), { flag: 'wx', mode: 0o600 }));
  try {
    for (;;) {
      const last = lastLock(folder);
      await refuseHeld(folder, last);
      const next = last + 1;
      if (!refusing(folder, () => madeLink(claim, lockFile(folder, next)))) continue;
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

async function refuseHeld(folder: string, number: number): Promise<void> {
  const file = lockFile(folder, number);
  const holder = readHolder(file);
  if (holder === undefined || !(await isAlive(holder, file))) return;
  const { pid, host, since } = holder;
  throw EmbeddedProblem.held({ folder, pid, host, since });
}

async function isAlive({ pid, mark, host }: Holder, file: string): Promise<boolean> {
  if (host === os.hostname()) return markOf(pid) === mark;
  const touched = touchOf(file);
  await pause(WATCH_MS);
  return touchOf(file) !== touched;
}

/** Compared with itself only: the clocks of two machines differ. */
const touchOf = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.mtimeMs;

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
  const file = lockFile(folder, number);
  const touching = setInterval(() => evenIfGone(() => utimesSync(file, new Date(), new Date())), TOUCH_MS).unref();
  return () => {
    clearInterval(touching);
    evenIfGone(() => truncateSync(file));
  };
}

/** A data folder removed under a running system holds nothing any more, and stopping it is no fault. */
function evenIfGone(act: () => void): void {
  try {
    act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
