/** `postmaster.pid`, PostgreSQL's own note of who runs a cluster, by lines: pid, folder, start, port, …, 8: state. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { markOf } from './process-mark.ts';
import { writeOver } from './write-over.ts';

interface Note {
  readonly pid: number;
  readonly ready: boolean;
}

export function readNote(cluster: string): Note | undefined {
  try {
    const lines = readFileSync(fileIn(cluster), 'utf8').split('\n');
    // Negative: one that ran without connections, for a single statement.
    const pid = Math.abs(Number(lines[0]));
    return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

const fileIn = (cluster: string): string => path.join(cluster, 'postmaster.pid');

/** Whether process `pid` is a server of `cluster`, and not a stranger that was given a dead server's number. */
export function serves(pid: number, cluster: string): boolean {
  if (markOf(pid) === undefined) return false;
  if (process.platform === 'win32') return true;
  try {
    // A server stands in its cluster, also after the folder was moved.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(cluster);
  } catch {
    return false;
  }
}

/** Children of a dead server that still work, such as a long query; elsewhere than on Linux they are not looked for. */
export const leftBehind = (cluster: string): readonly number[] =>
  process.platform === 'linux'
    ? readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) && serves(Number(name), cluster) ? Number(name) : []))
    : [];

/**
 * PostgreSQL takes any living process of that number for a server and refuses to start; it makes an exception for its
 * own parent, which we are. The rest of the note stays: by it, PostgreSQL sees a dead server's children still at work.
 */
export function disownNote(cluster: string): void {
  const file = fileIn(cluster);
  writeOver(file, readFileSync(file, 'utf8').replace(/^-?\d+/, String(process.pid)));
}
